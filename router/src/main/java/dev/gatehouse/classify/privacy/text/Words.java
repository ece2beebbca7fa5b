package dev.gatehouse.classify.privacy.text;

import java.util.Arrays;
import java.util.Locale;

/**
 * The words and signs of a text: a run of letters, marks and digits is one word, with an apostrophe
 * or a hyphen inside parting two; every other character that is no space is a sign of its own. In
 * scripts without spaces a word is a run of one script. Safe for use by one thread at a time.
 */
public final class Words {

  private final String text;
  private final int count;
  private final int[] starts;
  private final int[] ends;
  private final String[] lower;

  private Words(String text, int count, int[] starts, int[] ends) {
    this.text = text;
    this.count = count;
    this.starts = starts;
    this.ends = ends;
    this.lower = new String[count];
  }

  /** Parts a text. */
  static Words of(String text) {
    int[] starts = new int[text.length() / 3 + 8];
    int[] ends = new int[starts.length];
    int count = 0;
    int at = 0;
    while (at < text.length()) {
      int end = end(text, at);
      if (!Character.isWhitespace(text.charAt(at))) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
          ends = Arrays.copyOf(ends, count * 2);
        }
        starts[count] = at;
        ends[count++] = end;
      }
      at = end;
    }
    return new Words(text, count, starts, ends);
  }

  private static int end(String text, int start) {
    int plain = Alphabet.ALPHANUMERIC.runEnd(text, start, Integer.MAX_VALUE);
    if (plain < text.length() ? text.charAt(plain) < 0x80 : plain > start) {
      return Math.max(plain, start + 1);
    }
    int first = text.codePointAt(start);
    int end = start + Character.charCount(first);
    if (!isLetterOrDigit(first)) {
      return end;
    }
    while (end < text.length()) {
      int next = text.codePointAt(end);
      if (!isLetterOrDigit(next) || !Scripts.areOneWord(first, next)) {
        return end;
      }
      end += Character.charCount(next);
    }
    return end;
  }

  private static boolean isLetterOrDigit(int codePoint) {
    if (codePoint < 0x80) {
      return Alphabet.ALPHANUMERIC.has((char) codePoint);
    }
    int type = Character.getType(codePoint);
    return Character.isLetterOrDigit(codePoint)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  /** How many there are. */
  public int count() {
    return count;
  }

  /** First UTF-16 unit of word {@code i}. */
  public int start(int i) {
    return starts[i];
  }

  /** One past the last UTF-16 unit of word {@code i}. */
  public int end(int i) {
    return ends[i];
  }

  /** Whether it is a word, and no sign. */
  public boolean isWord(int i) {
    return isLetterOrDigit(text.codePointAt(starts[i]));
  }

  /** As it is written. */
  public String word(int i) {
    return text.substring(starts[i], ends[i]);
  }

  /** In lower case. */
  public String lower(int i) {
    String known = lower[i];
    if (known == null) {
      known = word(i).toLowerCase(Locale.ROOT);
      lower[i] = known;
    }
    return known;
  }

  /**
   * The word that the unit at {@code offset} belongs to, or the next one; {@link #count} at the
   * end.
   */
  public int at(int offset) {
    int found = Arrays.binarySearch(starts, 0, count, offset);
    if (found >= 0) {
      return found;
    }
    int before = -found - 2;
    return before >= 0 && ends[before] > offset ? before : before + 1;
  }
}
