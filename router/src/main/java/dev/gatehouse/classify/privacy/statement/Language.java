package dev.gatehouse.classify.privacy.statement;

import java.util.Locale;

/** The languages that phrases are listed in, by their ISO 639-1 codes. */
public enum Language {
  EN,
  DE,
  FR,
  ES,
  IT,
  PT,
  NL,
  PL,
  JA,
  HI;

  /** As a set of one. */
  public int bit() {
    return 1 << ordinal();
  }

  /** As files are named. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
