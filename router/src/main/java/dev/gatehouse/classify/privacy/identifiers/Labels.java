package dev.gatehouse.classify.privacy.identifiers;

import dev.gatehouse.classify.privacy.text.Alphabet;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Scripts;
import dev.gatehouse.classify.privacy.text.Surroundings;
import dev.gatehouse.classify.privacy.text.Words;
import java.util.Arrays;

/**
 * The labels of one text, in order, and those of the key that the text is the value of. Of labels
 * within labels the longest counts. Not for use by several threads.
 */
final class Labels {

  /** A value under a key is short; of a long text the key says nothing. */
  private static final int LONGEST_VALUE = 80;

  private static final int FAR = 40;
  private static final int LONGEST_ABBREVIATION = 6;

  /** Characters of a label in a script without spaces. */
  private static final int LONGEST_UNSPACED = 10;

  /** CJK radicals and what follows them. */
  private static final char FIRST_UNSPACED = '\u2E80';

  private final String text;
  private final LabelTable table;
  private final long key;
  private int count;
  private int[] starts = new int[16];
  private int[] ends = new int[16];
  private long[] topics = new long[16];
  private final TableColumns columns;

  /** The last word of the label read last, or -1. */
  private int endOfPhrase = -1;

  private Labels(NormalizedText text, LabelTable table, long key) {
    this.text = text.text();
    this.table = table;
    this.key = key;
    readWords(text.words());
    this.columns = TableColumns.of(this.text, this);
  }

  static Labels of(NormalizedText text, LabelTable table) {
    return new Labels(text, table, keyTopics(text, table));
  }

  /** What the key says, by all labels in it; 0 where there is none or the value is a text. */
  long key() {
    return key;
  }

  int count() {
    return count;
  }

  int start(int label) {
    return starts[label];
  }

  int end(int label) {
    return ends[label];
  }

  /** What a label speaks of, as bits of {@link Topic}. */
  long topics(int label) {
    return topics[label];
  }

  TableColumns columns() {
    return columns;
  }

  /**
   * What is said of a value that begins at {@code start}: by the nearest label before it, the key,
   * and the head of its column.
   */
  long of(int start) {
    return key | columns.topics(start) | nearest(start);
  }

  /** Topics of the labels that end at most {@code reach} before {@code start} it. */
  long within(int start, int reach) {
    long found = 0;
    for (int i = lastBefore(start); i >= 0 && start - ends[i] <= reach; i--) {
      found |= topics[i];
    }
    return found;
  }

  /** Topics of the label that begins right after {@code end}: a space or a sign between them. */
  long rightAfter(int end) {
    int next = Arrays.binarySearch(starts, 0, count, end);
    next = next < 0 ? -next - 1 : next;
    return next < count && starts[next] - end <= 2 && isGap(end, starts[next]) ? topics[next] : 0;
  }

  /** Topics of the label after {@code end} that is said of the value before it. */
  long saidOf(int end) {
    int next = Arrays.binarySearch(starts, 0, count, end);
    next = next < 0 ? -next - 1 : next;
    return next < count && SaidOf.joins(text, end, starts[next]) ? topics[next] : 0;
  }

  /** The last label that ends at or before an offset, or -1. */
  int lastBefore(int offset) {
    int found = Arrays.binarySearch(ends, 0, count, offset);
    return found >= 0 ? found : -found - 2;
  }

  private long nearest(int start) {
    int label = lastBefore(start);
    while (label >= 0 && topics[label] == Topic.MONTH.bit() && start - ends[label] <= FAR) {
      label--;
    }
    if (label < 0 || start - ends[label] > FAR) {
      return 0;
    }
    return isOneSentence(ends[label], start) || isGap(ends[label], start) ? topics[label] : 0;
  }

  /** Whether no line and no sentence ends in a stretch; a point after a short word is "no." */
  private boolean isOneSentence(int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      boolean stop =
          c == '.'
              && (i > start || !isShort(start))
              && i + 2 < end
              && Character.isUpperCase(text.charAt(i + 2));
      if (c == '\n' || c == '?' || c == '!' || stop) {
        return false;
      }
    }
    return true;
  }

  private boolean isShort(int wordEnd) {
    int from = Math.max(0, wordEnd - LONGEST_ABBREVIATION);
    for (int i = from; i < wordEnd; i++) {
      if (!Character.isLetter(text.charAt(i))) {
        return true;
      }
    }
    return from == 0;
  }

  /** Whether nothing but spaces and signs stands in a stretch. */
  private boolean isGap(int start, int end) {
    for (int i = start; i < end; i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static long keyTopics(NormalizedText text, LabelTable table) {
    if (text.label().isEmpty() || text.text().length() > LONGEST_VALUE) {
      return 0;
    }
    String words = wordsOf(text.label());
    long found = allTopics(words, table);
    return words.equals(text.label()) ? found : found | allTopics(text.label(), table);
  }

  /** A key with spaces for the signs and before the capitals in it. */
  private static String wordsOf(String key) {
    StringBuilder words = new StringBuilder(key.length() + 8);
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      boolean sign = c == '_' || c == '.' || c == '-';
      if (i > 0 && isSmall(key.charAt(i - 1)) && c >= 'A' && c <= 'Z') {
        words.append(' ');
      }
      words.append(sign ? ' ' : c);
    }
    return words.toString();
  }

  private static boolean isSmall(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static long allTopics(String words, LabelTable table) {
    Labels labels = new Labels(NormalizedText.of(words, Surroundings.NONE), table, 0);
    long found = 0;
    for (int i = 0; i < labels.count; i++) {
      found |= labels.topics[i];
    }
    return found;
  }

  private void readWords(Words words) {
    for (int i = 0; i < words.count(); i++) {
      int start = words.start(i);
      if (Scripts.isUnspaced(text.codePointAt(start))) {
        int end = unspacedEnd(words.end(i));
        readUnspaced(start, end);
        while (i + 1 < words.count() && words.start(i + 1) < end) {
          i++;
        }
      } else if (Character.isLetter(text.codePointAt(start)) || isDigit(start)) {
        i = Math.max(i, readPhrase(words, i));
      }
    }
  }

  private boolean isDigit(int at) {
    return text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  /**
   * Adds the longest label that begins with a word, or one that begins within it and goes on
   * further, as in "my number of the passport"; its last word, or -1.
   */
  private int readPhrase(Words words, int first) {
    long found = phrase(words, first);
    int begin = first;
    int last = endOfPhrase;
    for (int next = first + 1; next <= last; next++) {
      long other = words.isWord(next) ? phrase(words, next) : 0;
      if (other != 0 && other != Topic.CALL.bit() && endOfPhrase > last) {
        found = other;
        begin = next;
        last = endOfPhrase;
      }
    }
    if (found != 0) {
      add(words.start(begin), words.end(last), found);
    }
    return last;
  }

  /** Topics of the longest label that begins with a word; its end is {@link #endOfPhrase}. */
  private long phrase(Words words, int first) {
    long phrase = LabelTable.none();
    long found = 0;
    int taken = 0;
    endOfPhrase = -1;
    for (int i = first; i < words.count() && taken < LabelTable.MOST_WORDS; i++) {
      if (words.isWord(i)) {
        phrase = LabelTable.with(phrase, text, words.start(i), words.end(i));
        taken++;
        long here = table.topics(phrase);
        if (here != 0 && !isInitial(words.start(first), words.end(i))) {
          endOfPhrase = i;
          found = here;
        }
        if (!table.continues(phrase)) {
          break;
        }
      } else if (!isJoint(text.charAt(words.start(i)))) {
        break;
      }
    }
    return found;
  }

  /** A single letter is a label before a colon, a point or a space, but no part of a number. */
  private boolean isInitial(int start, int end) {
    return end - start == 1 && end < text.length() && " .:".indexOf(text.charAt(end)) < 0;
  }

  private static boolean isJoint(char sign) {
    return "-'._/\u2019\u00b0\u00ba#".indexOf(sign) >= 0;
  }

  /** A label may mix such scripts, and the mark of long vowels belongs to none. */
  private int unspacedEnd(int wordEnd) {
    int end = wordEnd;
    while (end < text.length()
        && text.charAt(end) >= FIRST_UNSPACED
        && Character.isLetter(text.charAt(end))) {
      end++;
    }
    boolean id =
        text.regionMatches(true, end, "id", 0, 2) || text.regionMatches(true, end, "no", 0, 2);
    return id && !Alphabet.ALPHANUMERIC.at(text, end + 2) ? end + 2 : end;
  }

  /** In a script without spaces a label is any stretch of a run. */
  private void readUnspaced(int from, int to) {
    int start = from;
    while (start < to) {
      start = table.mayBegin(text.charAt(start)) ? readUnspacedAt(start, to) : start + 1;
    }
  }

  /** Adds the longest label that begins at an offset; where to read on. */
  private int readUnspacedAt(int start, int to) {
    int longest = start;
    long found = 0;
    long phrase = LabelTable.first();
    for (int at = start; at < Math.min(to, start + LONGEST_UNSPACED); at++) {
      phrase = LabelTable.with(phrase, text.charAt(at));
      long here = table.topics(phrase);
      longest = here == 0 ? longest : at + 1;
      found = here == 0 ? found : here;
    }
    if (longest > start) {
      add(start, longest, found);
    }
    return Math.max(start + 1, longest);
  }

  /** The "no." or "ID" after a label belongs to it. */
  private void add(int start, int end, long bits) {
    boolean number = bits == Topic.REFERENCE.bit() || Topic.NUMBER_WORD.isIn(bits);
    boolean suffix = number && count > 0 && start - ends[count - 1] <= 2;
    if (suffix && (topics[count - 1] & Topic.MONTH.bit()) == 0) {
      ends[count - 1] = end;
      return;
    }
    if (bits == Topic.NUMBER_WORD.bit()) {
      return;
    }
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
      topics = Arrays.copyOf(topics, count * 2);
    }
    starts[count] = start;
    ends[count] = end;
    topics[count++] = bits;
  }
}
