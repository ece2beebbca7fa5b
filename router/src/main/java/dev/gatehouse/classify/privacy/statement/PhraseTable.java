package dev.gatehouse.classify.privacy.statement;

import dev.gatehouse.classify.privacy.text.Scripts;

/**
 * Hashes of phrases and of their beginnings, with what each stands for: open addressing in front of
 * which a bit filter answers most questions with no.
 */
final class PhraseTable {

  static final long SEED = 0xCBF29CE484222325L;

  /** No such beginning. */
  static final long NONE = -1;

  private static final long PRIME = 0x9E3779B97F4A7C15L;

  /** A phrase ends here, at the end of a word. */
  private static final byte END = 1;

  /** A longer phrase goes on with the next word. */
  private static final byte MORE = 2;

  /** A phrase ends here, and letters of an ending may follow. */
  private static final byte STEM_END = 4;

  /** The same of a phrase that goes on. */
  private static final byte STEM_MORE = 8;

  /** Within a phrase of a script without spaces. */
  private static final byte INSIDE = 16;

  private static final int FILTER_BITS = 18;

  /** Letters by which most words are told from every phrase's first. */
  private static final int HEAD = 3;

  private final long[] heads = new long[1 << (FILTER_BITS - 6)];
  private final long[] filter = new long[1 << (FILTER_BITS - 6)];
  private long[] hashes = new long[1 << 10];
  private int[] meanings = new int[1 << 10];
  private byte[] flags = new byte[1 << 10];
  private int size;

  static long next(long hash, char c) {
    long mixed = (hash ^ c) * PRIME;
    return mixed ^ mixed >>> 29;
  }

  /**
   * Adds a phrase; one that is there already takes the new meaning's bits as well.
   *
   * @param phrase words with single spaces between; one that ends in {@code *} may take an ending
   */
  void add(String phrase, int meaning) {
    addHead(phrase);
    long hash = SEED;
    boolean unspaced = Scripts.isUnspaced(phrase.codePointAt(0));
    for (int i = 0; i < phrase.length(); i++) {
      char c = phrase.charAt(i);
      char folded = LetterFolding.fold(c);
      if (c == '*' || folded == LetterFolding.NOTHING) {
        continue;
      }
      boolean stem = c == ' ' && phrase.charAt(i - 1) == '*';
      if (c == ' ') {
        put(hash, stem ? STEM_MORE : MORE, 0);
      }
      hash = next(hash, folded);
      if (unspaced) {
        put(hash, INSIDE, 0);
      }
    }
    put(hash, phrase.endsWith("*") ? STEM_END : END, meaning);
  }

  private void addHead(String phrase) {
    int end = phrase.indexOf(' ') < 0 ? phrase.length() : phrase.indexOf(' ');
    end -= phrase.charAt(end - 1) == '*' ? 1 : 0;
    set(heads, head(phrase, 0, end));
  }

  private static long head(String text, int start, int end) {
    long hash = SEED;
    int letters = 0;
    for (int at = start; at < end && letters < HEAD; at++) {
      char folded = LetterFolding.fold(text.charAt(at));
      if (folded != LetterFolding.NOTHING) {
        hash = next(hash, folded);
        letters++;
      }
    }
    return hash;
  }

  /** Whether a phrase may begin with this word, told by its first letters. */
  boolean mayBegin(String text, int start, int end) {
    return isSet(heads, head(text, start, end));
  }

  private static void set(long[] bits, long hash) {
    int bit = (int) hash & ((1 << FILTER_BITS) - 1);
    bits[bit >>> 6] |= 1L << bit;
  }

  private static boolean isSet(long[] bits, long hash) {
    int bit = (int) hash & ((1 << FILTER_BITS) - 1);
    return (bits[bit >>> 6] & 1L << bit) != 0;
  }

  private void put(long hash, byte flag, int meaning) {
    if (size * 2 >= hashes.length) {
      grow();
    }
    int slot = free(hash);
    if (hashes[slot] == 0) {
      size++;
      hashes[slot] = hash;
      set(filter, hash);
    }
    flags[slot] |= flag;
    meanings[slot] |= meaning;
  }

  private int free(long hash) {
    int slot = (int) (hash >>> 32) & (hashes.length - 1);
    while (hashes[slot] != 0 && hashes[slot] != hash) {
      slot = (slot + 1) & (hashes.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] oldHashes = hashes;
    int[] oldMeanings = meanings;
    byte[] oldFlags = flags;
    hashes = new long[oldHashes.length * 2];
    meanings = new int[hashes.length];
    flags = new byte[hashes.length];
    for (int i = 0; i < oldHashes.length; i++) {
      if (oldHashes[i] != 0) {
        int slot = free(oldHashes[i]);
        hashes[slot] = oldHashes[i];
        meanings[slot] = oldMeanings[i];
        flags[slot] = oldFlags[i];
      }
    }
  }

  /** Where a hash is, or -1. */
  int slot(long hash) {
    if (!isSet(filter, hash)) {
      return -1;
    }
    int slot = free(hash);
    return hashes[slot] == 0 ? -1 : slot;
  }

  /**
   * Takes one word more: where that leads, or {@link #NONE}. The whole word comes before its stem.
   *
   * @return a slot, doubled, plus 1 for a stem with an ending
   */
  long walk(String text, int start, int end, long from) {
    long hash = from;
    for (int at = start; at < end; at++) {
      char folded = LetterFolding.fold(text.charAt(at));
      hash = folded == LetterFolding.NOTHING ? hash : next(hash, folded);
    }
    int whole = slot(hash);
    return whole >= 0 && (flags[whole] & (END | MORE)) != 0
        ? whole * 2L
        : stem(text, start, end, from);
  }

  /** The longest stem that a word has, as {@link #walk} gives it; or {@link #NONE}. */
  long stem(String text, int start, int end, long from) {
    long hash = from;
    long stem = NONE;
    int length = 0;
    for (int at = start; at < end; at++) {
      char folded = LetterFolding.fold(text.charAt(at));
      if (folded == LetterFolding.NOTHING) {
        continue;
      }
      hash = next(hash, folded);
      if (++length >= Phrases.minStem() && end - at - 1 <= Phrases.maxEnding()) {
        int slot = slot(hash);
        stem = slot >= 0 && (flags[slot] & (STEM_END | STEM_MORE)) != 0 ? slot * 2L + 1 : stem;
      }
    }
    return stem;
  }

  boolean ends(long node) {
    int slot = (int) (node >>> 1);
    return (flags[slot] & ((node & 1) == 0 ? END | STEM_END : STEM_END)) != 0;
  }

  boolean continues(long node) {
    int slot = (int) (node >>> 1);
    return (flags[slot] & ((node & 1) == 0 ? MORE | STEM_MORE : STEM_MORE)) != 0;
  }

  boolean isEndInside(int slot) {
    return (flags[slot] & (END | STEM_END)) != 0 && (flags[slot] & INSIDE) != 0;
  }

  int slotOf(String text, int start, int end) {
    long hash = SEED;
    for (int at = start; at < end; at++) {
      char folded = LetterFolding.fold(text.charAt(at));
      hash = folded == LetterFolding.NOTHING ? hash : next(hash, folded);
    }
    return free(hash);
  }

  int meaning(int slot) {
    return meanings[slot];
  }

  long hash(int slot) {
    return hashes[slot];
  }
}
