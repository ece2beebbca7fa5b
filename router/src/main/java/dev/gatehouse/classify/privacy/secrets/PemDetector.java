package dev.gatehouse.classify.privacy.secrets;

import dev.gatehouse.classify.privacy.text.Alphabet;
import dev.gatehouse.classify.privacy.text.Detector;
import dev.gatehouse.classify.privacy.text.Matches;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Randomness;
import dev.gatehouse.classify.privacy.text.Rule;

/**
 * Private keys in PEM armour (RFC 7468 and OpenPGP, RFC 9580 section 6.2), a cloud service
 * account's {@code private_key} among them. Without its end line the key goes on to the text's end.
 */
final class PemDetector implements Detector {

  private static final Rule RULE = Rule.secret("secret-private-key");

  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String PUTTY = "PuTTY-User-Key-File-";
  private static final int MAX_LABEL = 48;
  private static final int MAX_HEADERS = 400;
  private static final int MIN_RUN = 12;

  @Override
  public void detect(NormalizedText normalized, Matches matches) {
    if (!normalized.has('-')) {
      return;
    }
    String text = normalized.text();
    detectPutty(normalized, matches);
    int start = text.indexOf(BEGIN);
    while (start >= 0) {
      int label = start + BEGIN.length();
      int next = label;
      if (isPrivate(text, label)) {
        next = end(text, label);
        if (holdsKey(text, label, next)) {
          matches.add(normalized, RULE, start, next);
        }
      }
      start = text.indexOf(BEGIN, next);
    }
  }

  /** PuTTY's own format, from its first line to its last. */
  private static void detectPutty(NormalizedText normalized, Matches matches) {
    String text = normalized.text();
    int start = text.indexOf(PUTTY);
    int lines = start < 0 ? -1 : text.indexOf("Private-Lines:", start);
    if (lines >= 0) {
      int mac = text.indexOf("Private-MAC:", lines);
      int end = mac < 0 ? -1 : text.indexOf('\n', mac);
      matches.add(normalized, RULE, start, end < 0 ? text.length() : end);
    }
  }

  /** Whether some of the key stands there: armour alone is code or documentation. */
  private static boolean holdsKey(String text, int label, int end) {
    int at = text.indexOf("-----", label) + 5;
    int limit = Math.min(end, at + MAX_HEADERS);
    while (at < limit) {
      int run = Math.min(end, Alphabet.BASE64.runEnd(text, at, MIN_RUN));
      if (run - at >= MIN_RUN && Randomness.looksGenerated(text, at, run)) {
        return true;
      }
      at = Math.max(run, at + 1);
    }
    return false;
  }

  private static boolean isPrivate(String text, int label) {
    int labelEnd = Math.min(text.length(), label + MAX_LABEL);
    int key = text.substring(label, labelEnd).indexOf("PRIVATE KEY");
    return key >= 0 && text.substring(label, label + key).indexOf("-----") < 0;
  }

  private static int end(String text, int from) {
    int end = text.indexOf(END, from);
    int close = end < 0 ? -1 : text.indexOf("-----", end + END.length());
    return close < 0 ? text.length() : close + 5;
  }
}
