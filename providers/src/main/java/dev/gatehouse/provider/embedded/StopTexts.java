package dev.gatehouse.provider.embedded;

import java.util.List;

/**
 * Ends an answer at the first of some texts, and holds back whatever could still become one. For
 * one answer and one thread.
 */
final class StopTexts {
  private final List<String> stops;
  private final StringBuilder held = new StringBuilder();
  private boolean matched;

  /**
   * @param stops none is empty
   */
  StopTexts(List<String> stops) {
    this.stops = List.copyOf(stops);
  }

  /** Takes the next piece; gives back what may be shown now, which may be nothing. */
  String take(String piece) {
    held.append(piece);
    int end = firstStop();
    if (end >= 0) {
      matched = true;
      held.setLength(end);
      return rest();
    }
    return release(held.length() - longestBeginning());
  }

  /** Whether a stop text was met; no more pieces count then. */
  boolean matched() {
    return matched;
  }

  /** What is still held back when the answer has ended without one. */
  String rest() {
    return release(held.length());
  }

  private String release(int length) {
    String text = held.substring(0, length);
    held.delete(0, length);
    return text;
  }

  private int firstStop() {
    return stops.stream().mapToInt(held::indexOf).filter(at -> at >= 0).min().orElse(-1);
  }

  /** Length of the longest end of the text that is the beginning of a stop text. */
  private int longestBeginning() {
    int longest = 0;
    for (String stop : stops) {
      for (int length = Math.min(stop.length() - 1, held.length()); length > longest; length--) {
        if (stop.startsWith(held.substring(held.length() - length))) {
          longest = length;
        }
      }
    }
    return longest;
  }
}
