package dev.gatehouse.redact;

import java.util.Arrays;

/**
 * Words by their beginnings. Grows while it is filled; then for reading by any thread. A step takes
 * the same time however many words there are, and whatever their letters.
 */
public final class Trie {

  /** Where every word begins. */
  public static final int ROOT = 0;

  /** No node, and no word. */
  public static final int NONE = -1;

  /** 2 to the 64th by the golden ratio: spreads consecutive numbers (Fibonacci hashing). */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /** Open addressing: a node and a letter, and at the same place where they lead. */
  private long[] edges = new long[128];

  /** 0 where there is no edge, since none leads to the root. */
  private int[] targets = new int[128];

  private int[] word = new int[64];
  private boolean[] goesOn = new boolean[64];
  private int size = 1;

  /** Without any word. */
  public Trie() {
    word[ROOT] = NONE;
  }

  /** Adds a word; one that is there already is replaced. */
  public void put(String letters, int id) {
    int node = ROOT;
    for (int i = 0; i < letters.length(); i++) {
      int next = next(node, letters.charAt(i));
      node = next == NONE ? add(node, letters.charAt(i)) : next;
    }
    word[node] = id;
  }

  private int add(int parent, char letter) {
    if (size == word.length) {
      grow();
    }
    int node = size++;
    word[node] = NONE;
    goesOn[parent] = true;
    put(edge(parent, letter), node);
    return node;
  }

  private void put(long edge, int target) {
    int place = place(edge);
    edges[place] = edge;
    targets[place] = target;
  }

  private void grow() {
    long[] from = edges;
    int[] to = targets;
    edges = new long[from.length * 2];
    targets = new int[edges.length];
    word = Arrays.copyOf(word, from.length);
    goesOn = Arrays.copyOf(goesOn, from.length);
    for (int i = 0; i < from.length; i++) {
      if (to[i] != 0) {
        put(from[i], to[i]);
      }
    }
  }

  private static long edge(int node, char letter) {
    return ((long) node << Character.SIZE) | letter;
  }

  /** Where an edge is, or is to be. */
  private int place(long edge) {
    int mask = edges.length - 1;
    int place = (int) ((edge * SPREAD) >>> Integer.SIZE) & mask;
    while (targets[place] != 0 && edges[place] != edge) {
      place = (place + 1) & mask;
    }
    return place;
  }

  /** One letter on; {@link #NONE} where no word goes on so. */
  public int next(int node, char letter) {
    int target = targets[place(edge(node, letter))];
    return target == 0 ? NONE : target;
  }

  /** Whether a word begins so. */
  public boolean begins(char letter) {
    return next(ROOT, letter) != NONE;
  }

  /** The word that ends here; {@link #NONE} where none does. */
  public int word(int node) {
    return word[node];
  }

  /** Which word has these letters; {@link #NONE} where there is none. */
  public int word(String letters) {
    int node = ROOT;
    for (int i = 0; i < letters.length() && node != NONE; i++) {
      node = next(node, letters.charAt(i));
    }
    return node == NONE ? NONE : word[node];
  }

  /** Whether a longer word goes on from here. */
  public boolean goesOn(int node) {
    return goesOn[node];
  }
}
