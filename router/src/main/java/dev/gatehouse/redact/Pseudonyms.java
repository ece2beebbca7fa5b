package dev.gatehouse.redact;

import java.util.List;

/**
 * Every pseudonym of one request: what the answer to it may be restored from, and nothing else is.
 *
 * @param all no two of one token
 */
public record Pseudonyms(List<Pseudonym> all) {

  /** Of a request that goes out as it is. */
  public static final Pseudonyms NONE = new Pseudonyms(List.of());

  public Pseudonyms {
    all = List.copyOf(all);
    if (all.stream().map(Pseudonym::token).distinct().count() != all.size()) {
      throw new IllegalArgumentException("one token stands for two values");
    }
  }
}
