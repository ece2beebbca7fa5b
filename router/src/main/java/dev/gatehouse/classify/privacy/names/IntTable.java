package dev.gatehouse.classify.privacy.names;

/** A map of hashes to numbers with open addressing, of a fixed size that must not fill up. */
final class IntTable {

  private static final int FREE = 0;

  private final int[] keys;
  private final int[] values;
  private int size;

  /**
   * An empty one.
   *
   * @param capacity a power of two, above the number of entries
   */
  IntTable(int capacity) {
    keys = new int[capacity];
    values = new int[capacity];
  }

  /** Adds an entry, unless the key has one. */
  void add(int key, int value) {
    int at = at(key);
    if (keys[at] == FREE) {
      put(at, key, value);
    }
  }

  /** Adds bits to an entry. */
  void merge(int key, int bits) {
    int at = at(key);
    put(at, key, values[at] | bits);
  }

  private void put(int at, int key, int value) {
    if (keys[at] == FREE && ++size > keys.length / 4 * 3) {
      throw new IllegalStateException(
          "word table: more entries than its %d places hold".formatted(keys.length));
    }
    keys[at] = nonFree(key);
    values[at] = value;
  }

  int get(int key, int otherwise) {
    int at = at(key);
    return keys[at] == FREE ? otherwise : values[at];
  }

  private int at(int key) {
    int wanted = nonFree(key);
    int at = wanted & (keys.length - 1);
    while (keys[at] != FREE && keys[at] != wanted) {
      at = (at + 1) & (keys.length - 1);
    }
    return at;
  }

  private static int nonFree(int key) {
    return key == FREE ? 1 : key;
  }
}
