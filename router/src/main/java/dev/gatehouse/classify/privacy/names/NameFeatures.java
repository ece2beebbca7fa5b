package dev.gatehouse.classify.privacy.names;

import static dev.gatehouse.classify.privacy.names.WordTable.MARGIN;

import dev.gatehouse.classify.privacy.text.NormalizedText;

/**
 * The features of each word of one text, as hashes: the word, its neighbours, how they are written,
 * what the word lists say of them, where in its line it stands. Not for use by several threads.
 */
public final class NameFeatures {

  /** The most features that a word has. */
  public static final int MOST = 48;

  private static final int LONGEST_ENDING = 4;

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
  }

  /** How it begins, by three letters, and how it ends, by two, three and four. */
  private void ofAffixes(int i) {
    if (Shape.isSign(table.shape[i]) || Shape.isDigits(table.shape[i])) {
      return;
    }
    int start = table.start(i);
    int end = table.end(i);
    int length = end - start;
    add(4, Hash.lower(table.text(), start, Math.min(end, start + 3)));
    for (int n = 2; n <= Math.min(LONGEST_ENDING, length); n++) {
      add(5, Hash.lower(table.text(), end - n, end), n);
    }
    add(6, Math.min(12, length), table.shape[i]);
  }

  private void ofKinds(int i) {
    int kinds = table.kinds[i];
    add(10, kinds, table.shape[i], table.letterCase);
    add(11, table.kinds[i - 1], kinds);
    add(12, kinds, table.kinds[i + 1]);
    add(13, kinds, table.meaning[i - 1]);
    add(14, kinds, table.meaning[i + 1]);
    for (int rest = kinds; rest != 0; rest &= rest - 1) {
      add(15, Integer.lowestOneBit(rest), table.shape[i]);
    }
    add(16, table.kinds[i - 2], table.shape[i]);
    add(17, table.kinds[i + 2], table.shape[i]);
  }

  private void ofNeighbours(int i) {
    int shape = table.shape[i];
    add(20, table.meaning[i - 1]);
    add(21, table.meaning[i + 1]);
    add(22, table.meaning[i - 2]);
    add(23, table.meaning[i + 2]);
    add(24, table.meaning[i - 1], shape);
    add(25, table.meaning[i + 1], shape);
  }

  private void ofShapes(int i) {
    int shape = table.shape[i];
    add(30, table.shape[i - 1], shape, table.shape[i + 1]);
    add(31, table.shape[i - 2], table.shape[i - 1], shape);
    add(32, shape, table.shape[i + 1], table.shape[i + 2]);
  }

  private void ofPlace(int i) {
    int shape = table.shape[i];
    int place = table.place[i];
    add(40, place, shape, table.letterCase);
    add(41, place & 3, table.kinds[i]);
    add(42, place & 3, table.shape[i - 1], shape);
    add(43, place & 3, shape, table.shape[i + 1]);
    add(44, table.line[i] >> 12, table.inLine[i], table.kinds[i]);
    add(45, table.line[i] & 0xFFF, table.inLine[i]);
    if (table.key[i] != 0) {
      add(46, table.key[i], shape);
      add(47, table.key[i], table.kinds[i]);
    }
  }
}
