package dev.gatehouse.planted;

import java.util.List;

/** Private values that tests of several packages have in common. */
final class PlantedWords {

  /** As written in the tests; the search folds separators and case. */
  static final List<String> USED_BY_MANY =
      List.of(
          "4012 8888 8888 1881",
          "4111 1111 1111 1111",
          "ann.kern@firm.test",
          "bob.kern@firm.test",
          "AKIAZQ3DRSTUVWXY2345",
          "Acme Holdings",
          "M\u00fcller & S\u00f6hne");

  private PlantedWords() {}
}
