package dev.gatehouse.planted;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Looks for many values at once, as they are and in every form that {@link Readings} can undo. It
 * shares no code with the gateway's own reading of texts, which it is there to check.
 */
public final class ValueSearch {

  /** Shorter values would be found by chance. */
  public static final int LEAST_CHARACTERS = 8;

  /** When something was written; its digits and its neighbour's can make any number by chance. */
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?");

  private static final long FACTOR = 0x9E3779B97F4A7C15L;
  private static final int FILTER_BITS = 1 << 20;

  private final Map<Long, List<Needle>> byBeginning = new HashMap<>();
  private final long[] filter = new long[FILTER_BITS / Long.SIZE];

  /**
   * A search for these values.
   *
   * @throws IllegalArgumentException if one has too few letters and digits
   */
  public ValueSearch(Collection<String> values) {
    for (String value : values) {
      String plain = PlainForm.of(value);
      if (plain.length() < LEAST_CHARACTERS) {
        throw new IllegalArgumentException("too short to be looked for: " + value);
      }
      long beginning = digest(plain, 0);
      byBeginning.computeIfAbsent(beginning, _ -> new ArrayList<>()).add(new Needle(value, plain));
      filter[bit(beginning) >>> 6] |= 1L << bit(beginning);
    }
  }

  private record Needle(String value, String plain) {}

  /** Every value that can be made out in these bytes. */
  public Set<String> in(byte[] bytes) {
    return in(new String(bytes, StandardCharsets.UTF_8));
  }

  /** Every value that can be made out in a text. */
  public Set<String> in(String text) {
    Set<String> found = new TreeSet<>();
    Readings.of(TIME.matcher(text).replaceAll(" time "))
        .forEach(reading -> search(PlainForm.of(reading), found));
    return found;
  }

  private void search(String plain, Set<String> found) {
    if (plain.length() < LEAST_CHARACTERS) {
      return;
    }
    long first = power();
    long rolling = digest(plain, 0);
    for (int start = 0; ; start++) {
      if ((filter[bit(rolling) >>> 6] & (1L << bit(rolling))) != 0) {
        matchesAt(plain, start, rolling, found);
      }
      int next = start + LEAST_CHARACTERS;
      if (next >= plain.length()) {
        return;
      }
      rolling = (rolling - plain.charAt(start) * first) * FACTOR + plain.charAt(next);
    }
  }

  private void matchesAt(String plain, int start, long beginning, Set<String> found) {
    for (Needle needle : byBeginning.getOrDefault(beginning, List.of())) {
      if (plain.startsWith(needle.plain(), start)) {
        found.add(needle.value());
      }
    }
  }

  private static int bit(long digest) {
    return (int) (digest >>> 44) & (FILTER_BITS - 1);
  }

  private static long digest(String plain, int start) {
    long digest = 0;
    for (int i = start; i < start + LEAST_CHARACTERS; i++) {
      digest = digest * FACTOR + plain.charAt(i);
    }
    return digest;
  }

  private static long power() {
    long power = 1;
    for (int i = 1; i < LEAST_CHARACTERS; i++) {
      power *= FACTOR;
    }
    return power;
  }
}
