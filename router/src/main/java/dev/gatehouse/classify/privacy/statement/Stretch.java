package dev.gatehouse.classify.privacy.statement;

import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Words;

/**
 * How far a statement reaches around the phrase that gave it away: to the sign, name or conjunction
 * that ends it, a few words at most.
 *
 * @param start first UTF-16 unit
 * @param end one past the last
 */
public record Stretch(int start, int end) {

  private static final int LEFT = 3;
  private static final int RIGHT = 7;

  /** Shorter words at the end of a statement belong to what follows: in, at, und. */
  private static final int SHORTEST_LAST = 3;

  /** Around the words {@code first} to {@code last}. */
  public static Stretch around(NormalizedText text, int first, int last) {
    Words words = text.words();
    int from = first;
    while (from > 0 && first - from < LEFT && isPart(text, from - 1)) {
      from--;
    }
    while (from < first && isShort(words, from)) {
      from++;
    }
    int to = last;
    while (to + 1 < words.count() && to - last < RIGHT && isPart(text, to + 1)) {
      to++;
    }
    while (to > last && !isNumber(text, to) && isShort(words, to)) {
      to--;
    }
    return new Stretch(words.start(from), words.end(to));
  }

  private static boolean isShort(Words words, int word) {
    return words.end(word) - words.start(word) < SHORTEST_LAST;
  }

  private static boolean isNumber(NormalizedText text, int word) {
    return Character.isDigit(text.text().charAt(text.words().start(word)));
  }

  /** Small letters and numbers, with hyphens, points and strokes inside, on the same line. */
  private static boolean isPart(NormalizedText text, int word) {
    Words words = text.words();
    String whole = text.text();
    char first = whole.charAt(words.start(word));
    boolean glued = words.end(word) < whole.length() && isGlued(whole, words, word);
    if (!Character.isLetterOrDigit(first)) {
      return first == '%' || (glued && "-./\u2019'".indexOf(first) >= 0);
    }
    return !Character.isUpperCase(first) && !isLineEnd(whole, words.end(word));
  }

  private static boolean isGlued(String text, Words words, int word) {
    return words.start(word) > 0
        && !Character.isWhitespace(text.charAt(words.end(word)))
        && !Character.isWhitespace(text.charAt(words.start(word) - 1));
  }

  private static boolean isLineEnd(String text, int end) {
    return end < text.length() && text.charAt(end) == '\n';
  }

  /** Both, and what is between. */
  public Stretch joined(Stretch other) {
    return new Stretch(Math.min(start, other.start), Math.max(end, other.end));
  }
}
