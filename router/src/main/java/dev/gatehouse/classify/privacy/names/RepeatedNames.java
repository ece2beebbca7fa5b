package dev.gatehouse.classify.privacy.names;

import static dev.gatehouse.classify.privacy.names.WordTable.MARGIN;

/**
 * Finds again what was found once: a word of a person's name, or a whole name of one word, is a
 * name wherever it is written the same way in the same text (one sense per discourse: Gale, Church
 * and Yarowsky, 1992). Plain words and places of the calendar are left alone.
 */
final class RepeatedNames {

  private static final int PLAIN =
      Gazetteer.Kind.COMMON.bit() | Gazetteer.Kind.CALENDAR.bit() | Gazetteer.Kind.TITLE.bit();

  private static final int SHORTEST = 3;

  /**
   * Words remembered of one text, so that a look-up stays short whatever words a client makes up.
   */
  private static final int MOST = 500;

  private RepeatedNames() {}

  /** Tags the words that repeat a name and have no tag yet. */
  static void tag(WordTable words, byte[] tags) {
    int names = 0;
    for (byte tag : tags) {
      names += tag == Tags.OUTSIDE ? 0 : 1;
    }
    if (names == 0) {
      return;
    }
    IntTable known = new IntTable(Integer.highestOneBit(Math.min(MOST, names)) * 4);
    int left = MOST;
    for (int i = 0; i < tags.length && left > 0; i++) {
      if (isTelling(words, tags, i)) {
        left--;
        known.add(written(words, i), Tags.begin(Tags.type(tags[i])));
      }
    }
    for (int i = 0; i < tags.length; i++) {
      if (tags[i] == Tags.OUTSIDE && isNameLike(words, i)) {
        tags[i] = (byte) known.get(written(words, i), Tags.OUTSIDE);
      }
    }
  }

  private static boolean isTelling(WordTable words, byte[] tags, int i) {
    if (tags[i] == Tags.OUTSIDE || !isNameLike(words, i)) {
      return false;
    }
    boolean alone =
        !Tags.isInside(tags[i]) && (i + 1 == tags.length || !Tags.isInside(tags[i + 1]));
    return switch (Tags.type(tags[i])) {
      case PERSON -> true;
      case ORGANIZATION, LOCATION -> alone;
      case ADDRESS, NATIONALITY, TITLE -> false;
    };
  }

  private static boolean isNameLike(WordTable words, int word) {
    int i = word + MARGIN;
    return (words.kinds[i] & PLAIN) == 0
        && words.end(i) - words.start(i) >= SHORTEST
        && (Shape.isCapital(words.shape[i]) || Shape.isUncased(words.shape[i]));
  }

  private static int written(WordTable words, int word) {
    return Hash.of(words.lower[word + MARGIN], words.shape[word + MARGIN]);
  }
}
