package dev.gatehouse.classify.privacy.identifiers;

import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.ResourceLines;
import dev.gatehouse.classify.privacy.text.Scripts;
import dev.gatehouse.classify.privacy.text.Surroundings;
import dev.gatehouse.classify.privacy.text.Words;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Every label of every {@link Topic}, as hashes of word sequences, so that one pass over a text
 * finds them all. Two phrases with one 64-bit hash would share their topics; none do. Safe for use
 * by any thread.
 */
final class LabelTable {

  /** Words of the longest label. */
  static final int MOST_WORDS = 5;

  private static final int SLOTS = 1 << 14;

  /** The phrase so far begins a longer one. */
  private static final long CONTINUES = 1L << 63;

  private static final Pattern LATIN_MARK = Pattern.compile("(?<=\\p{IsLatin})[\u0300-\u036f]+");

  /** Combining marks, as decomposed text has them. */
  private static final char FIRST_MARK = '\u0300';

  private static final char LAST_MARK = '\u036f';

  /** A shorter label without its marks may be another word: né, ne. */
  private static final int SHORTEST_PLAIN = 5;

  private final long[] hashes = new long[SLOTS];
  private final long[] topics = new long[SLOTS];
  private final BitSet firsts = new BitSet();

  /** Holds the labels of all topics. */
  LabelTable() {
    for (String line : ResourceLines.of(LabelTable.class, "topics.txt")) {
      int space = line.indexOf(' ');
      Topic topic = Topic.valueOf(line.substring(0, space));
      for (String label : line.substring(space + 1).split("\\|", -1)) {
        add(label, topic);
        addPlain(label, topic);
      }
    }
  }

  /** Hash of a phrase before its first word. */
  static long none() {
    return 0;
  }

  /** Hash of a phrase with one more word, in whatever case, marks of their own left out. */
  static long with(long phrase, String text, int start, int end) {
    long hash = next(phrase);
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c >= FIRST_MARK && c <= LAST_MARK) {
        continue;
      }
      hash = with(hash, c);
    }
    return hash;
  }

  /** Hash before the first letter of the first word. */
  static long first() {
    return next(none());
  }

  /** Hash with one more letter of the same word. */
  static long with(long hash, char c) {
    int lower = c < 0x80 ? (c >= 'A' && c <= 'Z' ? c | 0x20 : c) : Character.toLowerCase(c);
    return (hash ^ lower) * 0x100000001B3L;
  }

  private static long next(long phrase) {
    return phrase * 0x9E3779B97F4A7C15L + 1;
  }

  /** Whether a label begins with a character. */
  boolean mayBegin(char c) {
    return firsts.get(Character.toLowerCase(c));
  }

  /** What a phrase labels, as bits by ordinal of {@link Topic}; 0 where it is no label. */
  long topics(long phrase) {
    return topics[slot(phrase)] & ~CONTINUES;
  }

  /** Whether a longer label begins with the phrase. */
  boolean continues(long phrase) {
    return topics[slot(phrase)] < 0;
  }

  /** A label with its words apart, and as one word as names of variables have it. */
  private void add(String label, Topic topic) {
    NormalizedText plain = NormalizedText.of(label, Surroundings.NONE);
    firsts.set(Character.toLowerCase(plain.text().charAt(0)));
    Words words = plain.words();
    long phrase = none();
    StringBuilder joined = new StringBuilder();
    int count = 0;
    for (int i = 0; i < words.count(); i++) {
      if (words.isWord(i)) {
        if (count++ > 0) {
          put(phrase, CONTINUES);
        }
        joined.append(words.word(i));
        phrase = with(phrase, words.word(i), 0, words.word(i).length());
      }
    }
    put(phrase, topic.bit());
    if (count > 1 && (joined.length() > 4 || Scripts.isUnspaced(joined.codePointAt(0)))) {
      put(with(none(), joined.toString(), 0, joined.length()), topic.bit());
    }
  }

  /** The label as keyboards without marks write it: Fuhrerschein, Fuehrerschein. */
  private void addPlain(String label, Topic topic) {
    if (label.length() < SHORTEST_PLAIN) {
      return;
    }
    for (String each :
        List.of(label, label.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue"))) {
      String plain = withoutMarks(each);
      if (!plain.equals(label)) {
        add(plain, topic);
      }
    }
  }

  private static String withoutMarks(String label) {
    return LATIN_MARK
        .matcher(Normalizer.normalize(label, Normalizer.Form.NFD))
        .replaceAll("")
        .replace('ł', 'l')
        .replace("ß", "ss");
  }

  private void put(long phrase, long bits) {
    int slot = slot(phrase);
    hashes[slot] = phrase;
    topics[slot] |= bits;
  }

  private int slot(long phrase) {
    int slot = (int) (phrase ^ (phrase >>> 29)) & (SLOTS - 1);
    while (hashes[slot] != phrase && topics[slot] != 0) {
      slot = (slot + 1) & (SLOTS - 1);
    }
    return slot;
  }
}
