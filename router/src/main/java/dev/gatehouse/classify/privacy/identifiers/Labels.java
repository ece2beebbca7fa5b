package dev.gatehouse.classify.privacy.identifiers;

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

  /** Whether no line and no sentence ends in a stretch; a point right at its start is "no." */
  private boolean isOneSentence(int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      boolean stop =
          c == '.' && i > start && i + 2 < end && Character.isUpperCase(text.charAt(i + 2));
      if (c == '\n' || c == '?' || c == '!' || stop) {
        return false;
      }
    }
    return true;
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
    String words = text.label().replaceAll("(?<=[a-z])(?=[A-Z])|[_.-]", " ");
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

  /** Adds the longest label that begins with a word; its last word, or -1. */
  private int readPhrase(Words words, int first) {
    long phrase = LabelTable.none();
    int last = -1;
    long found = 0;
    int taken = 0;
    for (int i = first; i < words.count() && taken < LabelTable.MOST_WORDS; i++) {
      if (words.isWord(i)) {
        phrase = LabelTable.with(phrase, text, words.start(i), words.end(i));
        taken++;
        long here = table.topics(phrase);
        if (here != 0) {
          last = i;
          found = here;
        }
        if (!table.continues(phrase)) {
          break;
        }
      } else if (!isJoint(text.charAt(words.start(i)))) {
        break;
      }
    }
    if (last >= 0 && !isInitial(words.start(first), words.end(last))) {
      add(words.start(first), words.end(last), found);
    }
    return last;
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
    return end;
  }

  /** In a script without spaces a label is any stretch of a run. */
  private void readUnspaced(int from, int to) {
    int start = from;
    while (start < to) {
      int end = Math.min(to, start + 10);
      while (end > start && table.topics(LabelTable.with(0, text, start, end)) == 0) {
        end--;
      }
      if (end > start) {
        add(start, end, table.topics(LabelTable.with(0, text, start, end)));
      }
      start = Math.max(start + 1, end);
    }
  }

  /** The "no." or "ID" after a label belongs to it. */
  private void add(int start, int end, long bits) {
    boolean suffix = count > 0 && start - ends[count - 1] <= 2 && bits == Topic.REFERENCE.bit();
    if (suffix && (topics[count - 1] & Topic.MONTH.bit()) == 0) {
      ends[count - 1] = end;
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
