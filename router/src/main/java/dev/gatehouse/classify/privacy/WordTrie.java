package dev.gatehouse.classify.privacy;

import java.util.Arrays;
import java.util.BitSet;

/** A set of words that is walked letter by letter; its edges lie in one hash table. */
final class WordTrie {

  static final int ROOT = 0;
  static final int NONE = -1;

  private static final long EMPTY = -1;

  private long[] keys = filled(1 << 10);
  private int[] targets = new int[1 << 10];
  private final BitSet words = new BitSet();
  private int states = 1;

  void add(String word) {
    int state = ROOT;
    for (int i = 0; i < word.length(); i++) {
      int next = next(state, word.charAt(i));
      state = next < 0 ? grown(state, word.charAt(i)) : next;
    }
    words.set(state);
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  /** Where a letter leads from a state, or {@link #NONE}. */
  int next(int state, char letter) {
    if (state < 0) {
      return NONE;
    }
    int slot = slot(keys, key(state, letter));
    return keys[slot] == EMPTY ? NONE : targets[slot];
  }

  boolean isWord(int state) {
    return state > 0 && words.get(state);
  }

  private int grown(int state, char letter) {
    if (states * 2 > keys.length) {
      enlarge();
    }
    int slot = slot(keys, key(state, letter));
    keys[slot] = key(state, letter);
    targets[slot] = states;
    return states++;
  }

  private void enlarge() {
    long[] larger = filled(keys.length * 2);
    int[] moved = new int[larger.length];
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != EMPTY) {
        int slot = slot(larger, keys[i]);
        larger[slot] = keys[i];
        moved[slot] = targets[i];
      }
    }
    keys = larger;
    targets = moved;
  }

  private static long key(int state, char letter) {
    return ((long) state << 16) | letter;
  }

  private static int slot(long[] keys, long key) {
    int mask = keys.length - 1;
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & mask;
    while (keys[slot] != EMPTY && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static long[] filled(int length) {
    long[] keys = new long[length];
    Arrays.fill(keys, EMPTY);
    return keys;
  }
}
