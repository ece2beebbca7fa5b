package dev.gatehouse.classify.privacy.names;

import java.util.List;

/** Tells streets that are written as one word by how they end: Lindenstraße, Kerkstraat. */
final class StreetEnding {

  /** Such as end hardly any other word. */
  private static final List<String> ENDINGS =
      List.of(
          "straße",
          "strasse",
          "gasse",
          "allee",
          "chaussee",
          "promenade",
          "straat",
          "laan",
          "gracht",
          "plein",
          "singel",
          "gatan",
          "vägen",
          "gade",
          "gata",
          "utca");

  /** Letters that must stand before the ending. */
  private static final int STEM = 3;

  private static final int SHORTEST = 7;

  private StreetEnding() {}

  /** The bit of a street's kind, or 0. */
  static int kind(String text, int start, int end) {
    if (end - start < SHORTEST || !Character.isUpperCase(text.charAt(start))) {
      return 0;
    }
    for (String ending : ENDINGS) {
      int from = end - ending.length();
      if (from >= start + STEM && text.startsWith(ending, from)) {
        return Gazetteer.Kind.STREET.bit();
      }
    }
    return 0;
  }
}
