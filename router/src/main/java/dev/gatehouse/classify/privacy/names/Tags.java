package dev.gatehouse.classify.privacy.names;

/**
 * The tags that words are given, as numbers: {@link #OUTSIDE} every name, or for each {@link
 * NameType} its first word and its further words (the BIO scheme of Ramshaw and Marcus, 1995).
 */
public final class Tags {

  /** Of a word that belongs to no name. */
  public static final int OUTSIDE = 0;

  /** How many there are. */
  public static final int COUNT = 1 + 2 * NameType.values().length;

  private static final NameType[] TYPES = NameType.values();

  private Tags() {}

  /** Of a name's first word. */
  public static int begin(NameType type) {
    return 1 + 2 * type.index();
  }

  /** Of a name's further words. */
  public static int inside(NameType type) {
    return 2 + 2 * type.index();
  }

  /** Whether it continues a name. */
  public static boolean isInside(int tag) {
    return tag > OUTSIDE && tag % 2 == 0;
  }

  /** Whether one can stand right after the other: a name goes on only where it has begun. */
  public static boolean mayFollow(int previous, int next) {
    return !isInside(next) || previous == next || previous == next - 1;
  }

  /** What the word is part of; not to be asked of {@link #OUTSIDE}. */
  static NameType type(int tag) {
    return TYPES[(tag - 1) / 2];
  }
}
