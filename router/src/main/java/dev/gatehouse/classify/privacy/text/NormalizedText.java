package dev.gatehouse.classify.privacy.text;

import org.jspecify.annotations.Nullable;

/**
 * A string as detectors read it: digits, Latin look-alike forms, dashes and spaces folded to ASCII,
 * invisible characters gone, or as one of its encodings decodes; with the way back to the
 * original's offsets.
 */
public final class NormalizedText {

  /** Values kept of one string; a string with more is reported as a whole. */
  public static final int MAX_MATCHES = 4_000;

  private final String text;
  private final Origin origin;
  private final Surroundings surroundings;
  private final CharacterProfile profile;
  private @Nullable Words words;

  private NormalizedText(String text, Origin origin, Surroundings surroundings) {
    this.text = text;
    this.origin = origin;
    this.surroundings = surroundings;
    this.profile = new CharacterProfile(text);
  }

  /**
   * Normalises a string.
   *
   * @param surroundings where the string stands
   */
  public static NormalizedText of(String original, Surroundings surroundings) {
    return of(original, Origin.ITSELF, surroundings);
  }

  /**
   * Normalises a text that was made of an original string.
   *
   * @param origin the way back to the original
   */
  static NormalizedText of(String text, Origin origin, Surroundings surroundings) {
    if (UnicodeFolding.isPlain(text)) {
      return new NormalizedText(text, origin, surroundings);
    }
    OffsetMap folded = UnicodeFolding.fold(text, origin);
    return new NormalizedText(folded.text(), folded, surroundings);
  }

  /** What detectors read. */
  public String text() {
    return text;
  }

  /** The key that the string is the value of; empty text where there is none. */
  public String label() {
    return surroundings.key();
  }

  /** Where the string stands. */
  public Surroundings surroundings() {
    return surroundings;
  }

  /** The words of the text, parted once. Like the whole text, for one thread at a time. */
  public Words words() {
    Words known = words;
    if (known == null) {
      known = Words.of(text);
      words = known;
    }
    return known;
  }

  /** Whether an ASCII character occurs in the text. */
  public boolean has(char ascii) {
    return profile.has(ascii);
  }

  /**
   * The place of the first ASCII digit at or after {@code from}, which is 0 or more, or the text's
   * length: found without reading what stands between.
   */
  public int nextDigit(int from) {
    return profile.nextDigit(from);
  }

  /** Whether all of some ASCII characters occur in the text. */
  public boolean hasAll(AsciiSet characters) {
    return profile.hasAll(characters.low(), characters.high());
  }

  /** How many ASCII digits the text has, folded ones among them. */
  public int digits() {
    return profile.digits();
  }

  /** The way back to the original. */
  Origin origin() {
    return origin;
  }

  /** The original's offset of the unit at {@code start}. */
  public int originalStart(int start) {
    return origin.start(start);
  }

  /** The original's offset one past the unit before {@code end}; {@code end} is above 0. */
  public int originalEnd(int end) {
    return origin.end(end - 1);
  }
}
