package dev.gatehouse.classify.privacy.names;

import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Words;
import java.util.Arrays;

/**
 * What is known of each word of a text by itself, in arrays: hashes, shape, kinds, lines. One place
 * before the first and after the last word is safe to ask up to {@link #MARGIN} words away.
 */
final class WordTable {

  /** Words before the first and after the last that may be asked for; they are empty. */
  static final int MARGIN = 3;

  /** Bit of {@link #place}. */
  static final int FIRST_OF_LINE = 1;

  private static final int EDGE = 0x5EED;

  /** What a word may be besides common and still be no part of a name. */
  private static final int EVERYDAY =
      Gazetteer.Kind.COMMON.bit() | Gazetteer.Kind.CALENDAR.bit() | Gazetteer.Kind.PHRASE.bit();

  private static final int MOST_KEY_WORDS = 4;
  private static final int SHORT_MIX = 4;
  private static final int MOST_WORDS_OF_LINE = 6;

  final int count;
  final int[] lower;
  final int[] meaning;
  final int[] shape;
  final int[] kinds;

  /** Bit 0: first of its line; bit 1: last; bit 2: follows without a space; bit 3: so does next. */
  final int[] place;

  /** Which word of its line it is, signs at the line's beginning left out, up to a few. */
  final int[] inLine;

  /** How many words its line has, up to a few, and how the lines before and after begin. */
  final int[] line;

  /** Hash of the meaning of the words before the colon of the line, or of the text's own key. */
  final int[] key;

  /** How the whole text is written: 0 mixed, 1 without capitals, 2 in capitals. */
  final int letterCase;

  /** Whether a word by itself is nothing that names are made of. */
  private final boolean[] dull;

  private final String text;
  private final Words words;

  WordTable(NormalizedText source, Gazetteer gazetteer) {
    text = source.text();
    words = source.words();
    count = words.count();
    int size = count + 2 * MARGIN;
    lower = new int[size];
    meaning = new int[size];
    shape = new int[size];
    kinds = new int[size];
    place = new int[size];
    key = new int[size];
    inLine = new int[size];
    line = new int[size];
    dull = new boolean[size];
    for (int i = 0; i < size; i++) {
      int word = i - MARGIN;
      if (word < 0 || word >= count) {
        lower[i] = EDGE;
        meaning[i] = EDGE;
      } else {
        fill(i, gazetteer);
      }
    }
    markPhrases(gazetteer);
    markDull();
    markLines();
    markKeys(labelKey(source.label(), gazetteer));
    letterCase = letterCase();
  }

  /**
   * Whether a word is far from anything that names are made of: it and the two on either side are
   * signs, numbers, generated values or everyday words in small letters, as in code, logs and JSON.
   */
  boolean isInert(int i) {
    return dull[i] && dull[i - 1] && dull[i + 1] && dull[i - 2] && dull[i + 2];
  }

  int start(int i) {
    return words.start(i - MARGIN);
  }

  int end(int i) {
    return words.end(i - MARGIN);
  }

  String text() {
    return text;
  }

  private void fill(int i, Gazetteer gazetteer) {
    int word = i - MARGIN;
    int start = words.start(word);
    int end = words.end(word);
    shape[i] = Shape.of(text, start, end);
    lower[i] = Hash.lower(text, start, end);
    if (Shape.isDigits(shape[i])) {
      lower[i] = shape[i];
      meaning[i] = shape[i];
    } else {
      meaning[i] = gazetteer.meaning(lower[i]);
      kinds[i] =
          Shape.isSign(shape[i])
              ? 0
              : gazetteer.kinds(lower[i]) | StreetEnding.kind(text, start, end);
    }
    int from = word == 0 ? 0 : words.end(word - 1);
    boolean newLine = word == 0 || hasLineBreak(from, start);
    if (newLine) {
      place[i] |= 1;
      if (word > 0) {
        place[i - 1] |= 2;
      }
    } else if (from == start) {
      place[i] |= 4;
      place[i - 1] |= 8;
    }
    if (word == count - 1) {
      place[i] |= 2;
    }
  }

  private boolean hasLineBreak(int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == '\n') {
        return true;
      }
    }
    return false;
  }

  /** Gives every word of a place or country of several words the kind of the whole. */
  private void markPhrases(Gazetteer gazetteer) {
    for (int i = MARGIN; i < count + MARGIN; i++) {
      if ((kinds[i] & Gazetteer.Kind.PHRASE.bit()) == 0) {
        continue;
      }
      int phrase = Gazetteer.phrase(0, lower[i]);
      int found = 0;
      int last = i;
      int length = 1;
      for (int j = i + 1; j < count + MARGIN && length < Gazetteer.MOST_WORDS; j++) {
        if (isJoint(j)) {
          continue;
        }
        phrase = Gazetteer.phrase(phrase, lower[j]);
        length++;
        int of = gazetteer.kinds(phrase);
        if (of != 0) {
          found = of;
          last = j;
        }
      }
      for (int j = i; j <= last && found != 0; j++) {
        kinds[j] |= found;
      }
    }
  }

  private void markDull() {
    Arrays.fill(dull, true);
    for (int i = MARGIN; i < count + MARGIN; i++) {
      dull[i] =
          Shape.isDull(shape[i])
              || (shape[i] == Shape.LOWER && isEveryday(kinds[i]))
              || (shape[i] == Shape.LETTERS_AND_DIGITS && !isShortMix(i));
    }
  }

  /** Letters and digits as in names of firms and stations: 3M, 6PR, MTV2, C64. */
  private boolean isShortMix(int i) {
    return end(i) - start(i) <= SHORT_MIX || Character.isUpperCase(text.charAt(start(i)));
  }

  private static boolean isEveryday(int kinds) {
    return (kinds & Gazetteer.Kind.COMMON.bit()) != 0 && (kinds & ~EVERYDAY) == 0;
  }

  private boolean isJoint(int i) {
    return shape[i] == Shape.sign('-')
        || shape[i] == Shape.sign('\'')
        || shape[i] == Shape.sign('.');
  }

  private void markLines() {
    int before = 0;
    for (int first = MARGIN; first < count + MARGIN; ) {
      int end = first + 1;
      while (end < count + MARGIN && (place[end] & 1) == 0) {
        end++;
      }
      int words = 0;
      for (int i = first; i < end; i++) {
        words += Shape.isSign(shape[i]) ? 0 : 1;
        inLine[i] = Math.min(words, MOST_WORDS_OF_LINE);
      }
      int length = Math.min(words, MOST_WORDS_OF_LINE);
      int after = end < count + MARGIN ? beginning(end) : 0;
      Arrays.fill(line, first, end, (length * 64 + before) * 64 + after);
      before = beginning(first);
      first = end;
    }
  }

  /** How a line begins, by its first word that is no sign: 1 to 63. */
  private int beginning(int first) {
    int i = first;
    while (i < count + MARGIN - 1 && Shape.isSign(shape[i]) && (place[i + 1] & 1) == 0) {
      i++;
    }
    if (Shape.isSign(shape[i])) {
      return 63;
    }
    int street = (kinds[i] & Gazetteer.Kind.STREET.bit()) == 0 ? 0 : 32;
    return Math.min(30, shape[i]) + street;
  }

  private static int labelKey(String label, Gazetteer gazetteer) {
    int end = label.length();
    int start = end;
    while (start > 0 && isPartOfLastWord(label, start, end)) {
      start--;
    }
    return end == 0 ? 0 : gazetteer.meaning(Hash.lower(label, start, end));
  }

  private static boolean isPartOfLastWord(String label, int start, int end) {
    char before = label.charAt(start - 1);
    boolean startsHump =
        start < end && Character.isUpperCase(label.charAt(start)) && Character.isLowerCase(before);
    return Character.isLetter(before) && !startsHump;
  }

  private void markKeys(int labelKey) {
    int current = labelKey;
    for (int i = MARGIN; i < count + MARGIN; i++) {
      if ((place[i] & 1) != 0) {
        current = labelKey;
        int colon = keyEnd(i);
        if (colon > i) {
          current = meaning[colon - 1];
          i = colon;
        }
      }
      key[i] = current;
    }
  }

  /** Where the colon stands of a line that begins with few words and a colon; 0 for others. */
  private int keyEnd(int start) {
    for (int i = start + 1; i < count + MARGIN && i <= start + MOST_KEY_WORDS; i++) {
      if ((place[i] & 1) != 0) {
        return 0;
      }
      if (shape[i] == Shape.sign(':')) {
        return Shape.isSign(shape[i - 1]) ? 0 : i;
      }
    }
    return 0;
  }

  private int letterCase() {
    int lowers = 0;
    int capitals = 0;
    for (int i = MARGIN; i < count + MARGIN; i++) {
      lowers += shape[i] == Shape.LOWER ? 1 : 0;
      capitals += Shape.isCapital(shape[i]) ? 1 : 0;
    }
    return capitals == 0 ? 1 : lowers == 0 ? 2 : 0;
  }
}
