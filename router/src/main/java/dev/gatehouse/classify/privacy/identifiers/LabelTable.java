package dev.gatehouse.classify.privacy.identifiers;

import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Surroundings;
import dev.gatehouse.classify.privacy.text.Words;

/**
 * Every label of every {@link Topic}, as hashes of word sequences, so that one pass over a text
 * finds them all. Two phrases with one 64-bit hash would share their topics; none do. Safe for use
 * by any thread.
 */
final class LabelTable {

  /** Words of the longest label. */
  static final int MOST_WORDS = 5;

  private static final int SLOTS = 1 << 13;

  /** The phrase so far begins a longer one. */
  private static final long CONTINUES = 1L << 63;

  private final long[] hashes = new long[SLOTS];
  private final long[] topics = new long[SLOTS];

  /** Holds the labels of all topics. */
  LabelTable() {
    for (Topic topic : Topic.values()) {
      for (String label : topic.labels()) {
        add(label, topic);
      }
    }
  }

  /** Hash of a phrase before its first word. */
  static long none() {
    return 0;
  }

  /** Hash of a phrase with one more word, in whatever case. */
  static long with(long phrase, String text, int start, int end) {
    long hash = phrase * 0x9E3779B97F4A7C15L + 1;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      int lower = c < 0x80 ? (c >= 'A' && c <= 'Z' ? c | 0x20 : c) : Character.toLowerCase(c);
      hash = (hash ^ lower) * 0x100000001B3L;
    }
    return hash;
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
    Words words = NormalizedText.of(label, Surroundings.NONE).words();
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
    if (count > 1 && joined.length() > 4) {
      put(with(none(), joined.toString(), 0, joined.length()), topic.bit());
    }
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
