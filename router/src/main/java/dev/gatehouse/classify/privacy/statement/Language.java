package dev.gatehouse.classify.privacy.statement;

import java.util.Locale;

/** The languages that phrases are listed in, by their ISO 639-1 codes. */
public enum Language {
  EN(0),
  DE(1),
  FR(2),
  ES(3),
  IT(4),
  PT(5),
  NL(6),
  PL(7),
  JA(8),
  HI(9);

  /** How many there are. */
  public static final int COUNT = values().length;

  private final int position;

  Language(int position) {
    this.position = position;
  }

  /** As a set of one. */
  public int bit() {
    return 1 << position;
  }

  /** As files are named. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
