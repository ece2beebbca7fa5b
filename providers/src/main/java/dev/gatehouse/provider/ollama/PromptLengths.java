package dev.gatehouse.provider.ollama;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Learns how the estimate of a prompt's length compares with what the server counts, for each model
 * file, and keeps to the safe side: an estimate is scaled by the highest ratio seen of late and 15
 * % more, and is only made smaller once several prompts said so. Safe for use by any thread.
 */
final class PromptLengths {
  private static final int REMEMBERED = 32;
  private static final int ENOUGH_TO_SHRINK = 4;
  private static final int MOST = Integer.MAX_VALUE / 2;
  private static final double MARGIN = 1.15;

  /** Of shorter prompts the template is too large a part. */
  private static final int SHORTEST_LEARNED_FROM = 256;

  private final Map<String, Deque<Double>> ratios = new ConcurrentHashMap<>();

  /** At most this many tokens, as far as that can be known beforehand. */
  int bound(String file, int estimate) {
    Deque<Double> seen = ratios.getOrDefault(file, new ArrayDeque<>());
    synchronized (seen) {
      double highest = seen.stream().mapToDouble(Double::doubleValue).max().orElse(0) * MARGIN;
      double ratio = seen.size() < ENOUGH_TO_SHRINK ? Math.max(1, highest) : highest;
      return (int) Math.min(Math.ceil(estimate * ratio), MOST);
    }
  }

  /**
   * Takes note of a count.
   *
   * @param counted what the server counted; below 1 it did not count
   */
  void learn(String file, int estimate, long counted) {
    if (estimate < SHORTEST_LEARNED_FROM || counted < 1) {
      return;
    }
    Deque<Double> seen = ratios.computeIfAbsent(file, _ -> new ArrayDeque<>());
    synchronized (seen) {
      seen.addLast((double) counted / estimate);
      if (seen.size() > REMEMBERED) {
        seen.removeFirst();
      }
    }
  }
}
