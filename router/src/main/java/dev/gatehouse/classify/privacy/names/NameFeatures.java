package dev.gatehouse.classify.privacy.names;

import static dev.gatehouse.classify.privacy.names.WordTable.MARGIN;

import dev.gatehouse.classify.privacy.text.NormalizedText;

/**
 * The features of each word of one text, as hashes: the word, its neighbours, how they are written,
 * what the word lists say of them, where in its line it stands. Not for use by several threads.
 */
public final class NameFeatures {

  /** The most features that a word has. */
  public static final int MOST = 80;

  private static final int AFFIXES = 4;

  private final WordTable table;
  private int[] buffer = new int[0];
  private int size;

  NameFeatures(NormalizedText text, Gazetteer gazetteer) {
    table = new WordTable(text, gazetteer);
  }

  WordTable table() {
    return table;
  }

  /** How many words the text has. */
  public int words() {
    return table.count;
  }

  /** Whether a word need not be judged, since nothing near it is what names are made of. */
  boolean isInert(int word) {
    return table.isInert(word + MARGIN);
  }

  /**
   * Writes the features of a word.
   *
   * @param into of {@link #MOST} places
   * @return how many there are
   */
  public int extract(int word, int[] into) {
    buffer = into;
    size = 0;
    int i = word + MARGIN;
    ofWord(i);
    ofAffixes(i);
    ofKinds(i);
    ofNeighbours(i);
    ofShapes(i);
    ofPlace(i);
    return size;
  }

  private void add(int template, int value) {
    buffer[size++] = Hash.of(template, value);
  }

  private void add(int template, int first, int second) {
    buffer[size++] = Hash.of(Hash.of(template, first), second);
  }

  private void add(int template, int first, int second, int third) {
    buffer[size++] = Hash.of(Hash.of(Hash.of(template, first), second), third);
  }

  private void ofWord(int i) {
    add(0, 0);
    add(1, table.lower[i]);
    add(2, table.lower[i], table.shape[i]);
    add(3, table.shape[i], table.letterCase);
    add(4, table.lower[i - 1], table.lower[i]);
    add(5, table.lower[i], table.lower[i + 1]);
  }

  private void ofAffixes(int i) {
    if (Shape.isSign(table.shape[i]) || Shape.isDigits(table.shape[i])) {
      return;
    }
    int start = table.start(i);
    int end = table.end(i);
    int ending = table.lower[i];
    int beginning = Hash.EMPTY;
    for (int n = 1; n <= Math.min(AFFIXES, end - start); n++) {
      beginning = Hash.next(beginning, table.text().charAt(start + n - 1));
      int last = Hash.lower(table.text(), end - n, end);
      add(6, Hash.mix(beginning), n);
      add(7, last, n);
      ending = n == 3 ? last : ending;
    }
    add(8, ending, table.shape[i]);
    add(9, Math.min(12, end - start), table.shape[i]);
  }

  private void ofKinds(int i) {
    int kinds = table.kinds[i];
    int before = table.kinds[i - 1];
    int after = table.kinds[i + 1];
    add(10, kinds);
    add(11, kinds, table.shape[i], table.letterCase);
    add(12, before, kinds);
    add(13, kinds, after);
    add(14, before, kinds, after);
    add(15, kinds, table.meaning[i - 1]);
    add(16, kinds, table.meaning[i + 1]);
    for (int rest = kinds; rest != 0; rest &= rest - 1) {
      int bit = Integer.lowestOneBit(rest);
      add(17, bit, table.shape[i]);
    }
    add(18, table.kinds[i - 2], table.shape[i]);
    add(19, table.kinds[i + 2], table.shape[i]);
  }

  private void ofNeighbours(int i) {
    int shape = table.shape[i];
    add(20, table.meaning[i - 1]);
    add(21, table.meaning[i + 1]);
    add(22, table.meaning[i - 2]);
    add(23, table.meaning[i + 2]);
    add(24, table.meaning[i - 1], shape);
    add(25, table.meaning[i + 1], shape);
    add(26, table.meaning[i - 2], table.meaning[i - 1]);
    add(27, table.meaning[i + 1], table.meaning[i + 2]);
    add(28, table.meaning[i - 2], table.meaning[i - 1], shape);
    add(29, table.meaning[i - 1], table.meaning[i + 1], shape);
    add(30, table.meaning[i - 3], table.meaning[i - 2], table.meaning[i - 1]);
    add(31, table.meaning[i - 3], shape);
    add(32, table.meaning[i + 3], shape);
  }

  private void ofShapes(int i) {
    int shape = table.shape[i];
    add(33, table.shape[i - 1], shape);
    add(34, shape, table.shape[i + 1]);
    add(35, table.shape[i - 1], shape, table.shape[i + 1]);
    add(36, table.shape[i - 2], table.shape[i - 1], shape);
    add(37, shape, table.shape[i + 1], table.shape[i + 2]);
  }

  private void ofPlace(int i) {
    int shape = table.shape[i];
    int place = table.place[i];
    add(38, place, shape, table.letterCase);
    add(39, place & 3, table.kinds[i]);
    add(40, place & 3, table.shape[i - 1], shape);
    add(41, place & 3, shape, table.shape[i + 1]);
    add(42, place & 1, table.meaning[i - 1]);
    add(43, place, table.shape[i - 1], table.shape[i + 1]);
    add(47, table.line[i], table.inLine[i], shape);
    add(48, table.line[i] >> 12, table.inLine[i], shape);
    add(49, table.line[i] >> 12, table.inLine[i], table.kinds[i]);
    add(50, table.line[i] & 0xFFF, table.inLine[i]);
    if (table.key[i] != 0) {
      add(44, table.key[i]);
      add(45, table.key[i], shape);
      add(46, table.key[i], table.kinds[i]);
    }
  }
}
