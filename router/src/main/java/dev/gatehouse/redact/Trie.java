package dev.gatehouse.redact;

import java.util.Arrays;

/** Words by their beginnings. Grows while it is filled; then for reading by any thread. */
public final class Trie {

  /** Where every word begins. */
  public static final int ROOT = 0;

  /** No node, and no word. */
  public static final int NONE = -1;

  private static final int ASCII = 128;

  private final int[] first = new int[ASCII];
  private char[] label = new char[64];
  private int[] child = new int[64];
  private int[] sibling = new int[64];
  private int[] word = new int[64];
  private int size = 1;

  /** Without any word. */
  public Trie() {
    Arrays.fill(first, NONE);
    clear(ROOT);
  }

  /** Adds a word of ASCII; one that is there already is replaced. */
  public void put(String letters, int id) {
    int node = ROOT;
    for (int i = 0; i < letters.length(); i++) {
      int next = next(node, letters.charAt(i));
      node = next == NONE ? add(node, letters.charAt(i)) : next;
    }
    word[node] = id;
  }

  private int add(int parent, char letter) {
    if (size == label.length) {
      grow();
    }
    int node = size++;
    clear(node);
    label[node] = letter;
    if (parent == ROOT) {
      first[letter] = node;
    }
    sibling[node] = child[parent];
    child[parent] = node;
    return node;
  }

  private void clear(int node) {
    child[node] = NONE;
    sibling[node] = NONE;
    word[node] = NONE;
  }

  private void grow() {
    label = Arrays.copyOf(label, size * 2);
    child = Arrays.copyOf(child, size * 2);
    sibling = Arrays.copyOf(sibling, size * 2);
    word = Arrays.copyOf(word, size * 2);
  }

  /** One letter on; {@link #NONE} where no word goes on so. */
  public int next(int node, char letter) {
    if (node == ROOT) {
      return letter < ASCII ? first[letter] : NONE;
    }
    int each = child[node];
    while (each != NONE && label[each] != letter) {
      each = sibling[each];
    }
    return each;
  }

  /** Whether a word begins so. */
  public boolean begins(char letter) {
    return next(ROOT, letter) != NONE;
  }

  /** The word that ends here; {@link #NONE} where none does. */
  public int word(int node) {
    return word[node];
  }

  /** Whether a longer word goes on from here. */
  public boolean goesOn(int node) {
    return child[node] != NONE;
  }
}
