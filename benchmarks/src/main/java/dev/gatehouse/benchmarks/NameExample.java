package dev.gatehouse.benchmarks;

import dev.gatehouse.classify.privacy.names.NameType;
import java.util.List;
import java.util.Set;

/**
 * A text with the names marked in it.
 *
 * @param source file that it is from, or {@code own}
 * @param group what must not be parted between training and test: a template, or the text itself
 * @param key of the JSON member that the text is the value of; empty where there is none
 * @param spans marked values, of whatever type
 * @param annotated types of which every name is marked; others may stand unmarked
 */
record NameExample(
    String source,
    String group,
    String key,
    String text,
    List<Span> spans,
    Set<NameType> annotated,
    double weight) {

  /**
   * A marked value, in UTF-16 units.
   *
   * @param type as the data has it
   */
  record Span(int start, int end, String type) {}
}
