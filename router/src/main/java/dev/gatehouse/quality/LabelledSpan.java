package dev.gatehouse.quality;

/**
 * A value that a person marked in a text.
 *
 * @param start first code point
 * @param end one past the last, above {@code start}
 * @param type as the data's makers call it: PERSON, ORG, NRP
 * @param kind whose it is, as in {@code private}, {@code public}, {@code fictional}, {@code
 *     example}; empty text where the data does not say
 */
public record LabelledSpan(int start, int end, String type, String kind) {

  /** The kind of a value that belongs to a private person or to the writer. */
  public static final String PRIVATE = "private";

  /** The type of a form of address, which is no name: it is never counted. */
  public static final String TITLE = "TITLE";

  /** Refuses an empty stretch. */
  public LabelledSpan {
    if (start < 0 || start >= end) {
      throw new IllegalArgumentException(
          "a span: expected 0 <= start < end, got " + start + " and " + end);
    }
  }

  /** In code points. */
  int length() {
    return end - start;
  }

  boolean isPrivate() {
    return kind.equals(PRIVATE);
  }

  /** Whether it names someone whom everybody knows, or nobody: such names are no one's secret. */
  boolean isKnownName() {
    return type.equals("PERSON") && (kind.equals("public") || kind.equals("fictional"));
  }
}
