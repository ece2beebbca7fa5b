package dev.gatehouse.quality;

import dev.gatehouse.config.PrivacyClass;
import java.util.List;
import java.util.Optional;

/**
 * A text with the values that people marked in it.
 *
 * @param group texts that were made from one template, which training must not part; the id where
 *     the data does not say
 * @param privacyClass what a careful person would say of sending it as it is
 * @param weak whether a bare first name decides the class, so that the text counts neither way
 */
public record LabelledText(
    String id,
    String group,
    String text,
    List<LabelledSpan> spans,
    Optional<PrivacyClass> privacyClass,
    boolean weak) {

  /** Copies the spans; refuses one that ends beyond the text. */
  public LabelledText {
    spans = List.copyOf(spans);
    int length = text.codePointCount(0, text.length());
    if (spans.stream().anyMatch(span -> span.end() > length)) {
      throw new IllegalArgumentException("a span ends beyond the text's " + length);
    }
  }
}
