package dev.gatehouse.classify.privacy.secrets;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;

/**
 * Finds all of a set of keywords in one pass over a text, without regard to letter case, in time
 * that does not depend on how many there are (Aho and Corasick, CACM 18(6), 1975). Immutable.
 */
final class KeywordAutomaton {

  /** Told of a keyword in the text. */
  @FunctionalInterface
  interface Hits {

    /**
     * Takes one occurrence.
     *
     * @param keyword its index in the list that the automaton was made of
     * @param end one past it in the text
     */
    void hit(int keyword, int end);
  }

  private static final int[] NONE = {};

  /** The number of each letter, both cases alike; 0 for every other one. */
  private final char[] letters = new char[1 << 16];

  private final int width;
  private final int[] next;
  private final int[][] ending;

  /**
   * Builds it.
   *
   * @param keywords none of them empty
   */
  KeywordAutomaton(List<String> keywords) {
    List<String> lower = keywords.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    this.width = numberLetters(lower);
    int most = 1 + lower.stream().mapToInt(String::length).sum();
    int[] table = new int[most * width];
    Map<Integer, int[]> ends = new HashMap<>();
    int states = plant(lower, table, ends);
    this.next = Arrays.copyOf(table, states * width);
    this.ending = new int[states][];
    for (int state = 0; state < states; state++) {
      ending[state] = ends.getOrDefault(state, NONE);
    }
    link(states);
  }

  /** Reports every keyword, in the order of their ends. */
  void scan(String text, Hits hits) {
    int state = 0;
    for (int i = 0; i < text.length(); i++) {
      state = next[state * width + letters[text.charAt(i)]];
      for (int keyword : ending[state]) {
        hits.hit(keyword, i + 1);
      }
    }
  }

  private int numberLetters(List<String> keywords) {
    char count = 1;
    for (String keyword : keywords) {
      for (int i = 0; i < keyword.length(); i++) {
        char c = keyword.charAt(i);
        if (letters[c] == 0) {
          letters[c] = count;
          letters[Character.toUpperCase(c)] = count;
          count++;
        }
      }
    }
    return count;
  }

  /** Builds the trie; how many states it has. */
  private int plant(List<String> keywords, int[] table, Map<Integer, int[]> ends) {
    int states = 1;
    for (int keyword = 0; keyword < keywords.size(); keyword++) {
      int state = 0;
      for (char c : keywords.get(keyword).toCharArray()) {
        int edge = state * width + letters[c];
        if (table[edge] == 0) {
          table[edge] = states++;
        }
        state = table[edge];
      }
      ends.merge(state, new int[] {keyword}, KeywordAutomaton::joined);
    }
    return states;
  }

  /** Turns the trie into an automaton: where a keyword breaks off, its longest suffix goes on. */
  private void link(int states) {
    int[] suffix = new int[states];
    Queue<Integer> breadthFirst = new ArrayDeque<>();
    for (int letter = 1; letter < width; letter++) {
      if (next[letter] != 0) {
        breadthFirst.add(next[letter]);
      }
    }
    while (!breadthFirst.isEmpty()) {
      int state = breadthFirst.remove();
      ending[state] = joined(ending[state], ending[suffix[state]]);
      for (int letter = 1; letter < width; letter++) {
        int edge = state * width + letter;
        int fallback = next[suffix[state] * width + letter];
        if (next[edge] == 0) {
          next[edge] = fallback;
        } else {
          suffix[next[edge]] = fallback;
          breadthFirst.add(next[edge]);
        }
      }
    }
  }

  private static int[] joined(int[] one, int[] other) {
    int[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }
}
