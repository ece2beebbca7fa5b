package dev.gatehouse.redact;

import dev.gatehouse.classify.FindingType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A part of a text that is to be replaced.
 *
 * @param start first UTF-16 unit
 * @param end one past the last
 */
record Span(int start, int end, FindingType type) {

  int length() {
    return end - start;
  }

  /** In order, those that overlap joined into one of the type of the longest. */
  static List<Span> joined(List<Span> spans) {
    List<Span> sorted = new ArrayList<>(spans);
    sorted.sort(
        Comparator.comparingInt(Span::start)
            .thenComparing(Span::length, Comparator.reverseOrder()));
    List<Span> joined = new ArrayList<>();
    Span longest = null;
    for (Span span : sorted) {
      Span last = joined.isEmpty() ? null : joined.getLast();
      if (last == null || longest == null || span.start >= last.end) {
        joined.add(span);
        longest = span;
      } else {
        longest = span.length() > longest.length() ? span : longest;
        joined.set(
            joined.size() - 1, new Span(last.start, Math.max(last.end, span.end), longest.type));
      }
    }
    return joined;
  }
}
