package dev.gatehouse.json;

/**
 * A key, a string or a number of a document.
 *
 * @param path for a key, its member's
 * @param value unescaped; of a number, as it was written
 * @param start first character within the document, after a quote
 * @param end one past the last, before a quote
 */
public record JsonText(Kind kind, JsonPath path, String value, int start, int end) {

  /** What a text is. */
  public enum Kind {
    KEY,
    STRING,
    NUMBER
  }
}
