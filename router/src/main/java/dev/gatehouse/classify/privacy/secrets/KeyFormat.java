package dev.gatehouse.classify.privacy.secrets;

import dev.gatehouse.classify.privacy.text.Alphabet;
import dev.gatehouse.classify.privacy.text.Randomness;
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
    int length = end - body;
    boolean fits = length >= minBody && (length <= maxBody || maxBody == OPEN_ENDED);
    return fits && Randomness.looksGenerated(text, body, end) ? end : -1;
  }
}
