package dev.gatehouse.classify.privacy.secrets;

import dev.gatehouse.classify.privacy.text.Alphabet;
import dev.gatehouse.classify.privacy.text.Rule;

/**
 * How a vendor writes its keys: a prefix, then characters of one alphabet.
 *
 * @param minBody fewest characters after the prefix
 * @param maxBody most characters; a longer run is no such key
 */
record KeyFormat(Rule rule, String prefix, Alphabet alphabet, int minBody, int maxBody) {

  /** Longest key of a vendor that names no limit. */
  static final int OPEN_ENDED = 512;

  /** Generated values have a stretch of this length without a dash; words have shorter ones. */
  private static final int MIN_STRETCH = 8;

  KeyFormat(String rule, String prefix, Alphabet alphabet, int minBody, int maxBody) {
    this(Rule.secret("secret-" + rule), prefix, alphabet, minBody, maxBody);
  }

  /** One past the key that begins at {@code start}, or -1. */
  int end(String text, int start) {
    if (!text.startsWith(prefix, start)) {
      return -1;
    }
    int body = start + prefix.length();
    int end = alphabet.runEnd(text, body, maxBody + 1);
    while (end > body && text.charAt(end - 1) == '.') {
      end--;
    }
    int length = end - body;
    boolean fits = length >= minBody && (length <= maxBody || maxBody == OPEN_ENDED);
    return fits && isGenerated(text, body, end) && !Placeholders.isKey(text, start, end) ? end : -1;
  }

  /** A digit within a long stretch, or case that changes more often than words do. */
  private boolean isGenerated(String text, int start, int end) {
    int changes = 0;
    int stretch = 0;
    int longest = 0;
    boolean digit = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      stretch = Alphabet.ALPHANUMERIC.has(c) ? stretch + 1 : 0;
      longest = Math.max(longest, stretch);
      digit |= Alphabet.DIGIT.has(c);
      changes += i > start && isUpper(c) != isUpper(text.charAt(i - 1)) ? 1 : 0;
    }
    return longest >= MIN_STRETCH
        && (digit || isOfOneCaseAndLength() || changes * 4 >= end - start);
  }

  /** One in thirty such keys has no digit by chance: AWS's, say. */
  private boolean isOfOneCaseAndLength() {
    return alphabet == Alphabet.UPPER_ALPHANUMERIC && minBody == maxBody;
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }
}
