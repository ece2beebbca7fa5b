package dev.gatehouse.classify.privacy.secrets;

import java.util.Optional;
import java.util.Set;

/**
 * Twelve to twenty-four words of three to eight small letters in a row, numbered or not, as BIP 39
 * writes a wallet's key.
 *
 * @param start of the first word
 * @param end one past the last word
 */
record SeedPhrase(int start, int end) {

  private static final int FEWEST = 12;
  private static final int MOST = 24;
  private static final int MAX_LEAD = 60;

  /** Frequent in sentences, and on no list of seed words. */
  private static final Set<String> NO_SEEDS =
      Set.of("the", "and", "for", "are", "was", "has", "its", "not", "but", "from", "your", "our");

  /** The phrase that begins within a few words of {@code from}. */
  static Optional<SeedPhrase> after(String text, int from) {
    int limit = Math.min(text.length(), from + MAX_LEAD);
    for (int at = from; at < limit; at = wordEnd(text, at) + 1) {
      int start = wordStart(text, at);
      int end = rowEnd(text, start);
      if (end > start) {
        return Optional.of(new SeedPhrase(start, end));
      }
      at = start;
    }
    return Optional.empty();
  }

  private static int rowEnd(String text, int start) {
    int at = start;
    int end = start;
    int count = 0;
    while (count < MOST) {
      int wordEnd = wordEnd(text, at);
      int length = wordEnd - at;
      if (length < 3 || length > 8 || NO_SEEDS.contains(text.substring(at, wordEnd))) {
        break;
      }
      count++;
      end = wordEnd;
      at = wordStart(text, wordEnd);
      if (at - wordEnd > 6) {
        break;
      }
    }
    return count >= FEWEST ? end : start;
  }

  /** The next small letter, past spaces, commas and numbers. */
  private static int wordStart(String text, int from) {
    int at = from;
    while (at < text.length() && " ,.;:)\"'\n\r\t0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static int wordEnd(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= 'a' && text.charAt(end) <= 'z') {
      end++;
    }
    return end;
  }
}
