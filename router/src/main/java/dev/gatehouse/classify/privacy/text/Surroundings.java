package dev.gatehouse.classify.privacy.text;

import java.util.List;

/**
 * Where in a document a string stands.
 *
 * @param key the key that the string is the value of, directly or in a list; empty text where there
 *     is none, and for a key itself
 * @param siblings the keys of the object that holds it, in order, the first {@link #MOST_SIBLINGS};
 *     empty where there is none
 */
public record Surroundings(String key, List<String> siblings) {

  /** Keys of one object that are looked at. */
  public static final int MOST_SIBLINGS = 32;

  /** Of a string that stands alone. */
  public static final Surroundings NONE = new Surroundings("", List.of());

  /** Copies the siblings. */
  public Surroundings {
    siblings = List.copyOf(siblings);
  }

  /** Of a value, by its key alone. */
  public static Surroundings of(String key) {
    return new Surroundings(key, List.of());
  }
}
