package dev.gatehouse.classify.privacy.context;

import dev.gatehouse.classify.privacy.text.ResourceLines;
import dev.gatehouse.classify.privacy.text.Scripts;
import java.util.List;

/**
 * The words of every {@link Cue}, by hash, so that looking a word up makes no garbage. Immutable
 * once built.
 */
final class CueLexicon {

  private static final String RESOURCE = "cues.txt";
  private static final long SEED = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;
  private static final long STEM = 0x9e3779b97f4a7c15L;

  /** Longest word and longest run of a script without spaces that is looked up. */
  private static final int MAX_LENGTH = 20;

  private static final int MAX_UNSPACED = 6;
  private static final int MIN_STEM = 4;

  private final long[] keys;
  private final long[] cues;

  private CueLexicon(int words) {
    int size = Integer.highestOneBit(words * 2) * 2;
    keys = new long[size];
    cues = new long[size];
  }

  /** The words that come with Gatehouse. */
  static CueLexicon bundled() {
    List<String> lines = ResourceLines.of(CueLexicon.class, RESOURCE);
    int words = lines.stream().mapToInt(line -> parts(line).size()).sum();
    CueLexicon lexicon = new CueLexicon(words);
    for (String line : lines) {
      List<String> parts = parts(line);
      long bit = Cue.valueOf(parts.getFirst()).bit();
      parts.stream().skip(1).forEach(word -> lexicon.put(word, bit));
    }
    return lexicon;
  }

  private static List<String> parts(String line) {
    return List.of(line.split(" ", -1));
  }

  private void put(String word, long bit) {
    boolean stem = word.endsWith("*");
    long hash = SEED;
    for (int i = 0; i < word.length() - (stem ? 1 : 0); i++) {
      hash = step(hash, word.charAt(i));
    }
    int slot = slot(stem ? hash ^ STEM : hash);
    keys[slot] = stem ? hash ^ STEM : hash;
    cues[slot] |= bit;
  }

  private static long step(long hash, char c) {
    char lower = c < 0x80 ? (c >= 'A' && c <= 'Z' ? (char) (c + 32) : c) : Character.toLowerCase(c);
    return (hash ^ lower) * PRIME;
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) (key ^ key >>> 32) & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  /** The cues of a word, in any letter case. */
  long of(String text, int start, int end) {
    if (end - start > MAX_LENGTH) {
      return 0;
    }
    if (Scripts.isUnspaced(text.charAt(start))) {
      return ofUnspaced(text, start, end);
    }
    long found = 0;
    long hash = SEED;
    for (int i = start; i < end; i++) {
      hash = step(hash, text.charAt(i));
      if (i - start >= MIN_STEM - 1) {
        found |= cues[slot(hash ^ STEM)];
      }
    }
    return found | cues[slot(hash)];
  }

  /** In a script without spaces a word may begin anywhere, and may be of two scripts. */
  private long ofUnspaced(String text, int start, int end) {
    long found = 0;
    for (int i = start; i < end; i++) {
      long hash = SEED;
      int last = Math.min(text.length(), i + MAX_UNSPACED);
      for (int j = i; j < last; j++) {
        hash = step(hash, text.charAt(j));
        found |= cues[slot(hash)];
      }
    }
    return found;
  }

  /** The cues of a key of a record: of its parts in snake_case, kebab-case and camelCase. */
  long ofKey(String key) {
    long found = 0;
    int start = 0;
    for (int i = 1; i <= key.length(); i++) {
      if (i == key.length() || parts(key, i)) {
        found |= i > start ? of(key, start, i) : 0;
        start = i < key.length() && !Character.isLetterOrDigit(key.charAt(i)) ? i + 1 : i;
      }
    }
    return found;
  }

  private static boolean parts(String key, int at) {
    char c = key.charAt(at);
    return !Character.isLetterOrDigit(c)
        || (Character.isUpperCase(c) && Character.isLowerCase(key.charAt(at - 1)));
  }
}
