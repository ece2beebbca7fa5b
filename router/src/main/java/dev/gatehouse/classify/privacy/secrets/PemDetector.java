package dev.gatehouse.classify.privacy.secrets;

import dev.gatehouse.classify.privacy.text.Detector;
import dev.gatehouse.classify.privacy.text.Matches;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Rule;

/**
 * Private keys in PEM armour (RFC 7468 and OpenPGP, RFC 9580 section 6.2), a cloud service
 * account's {@code private_key} among them. Without its end line the key goes on to the text's end.
 */
final class PemDetector implements Detector {

  private static final Rule RULE = Rule.secret("secret-private-key");

  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final int MAX_LABEL = 48;

  @Override
  public void detect(NormalizedText normalized, Matches matches) {
    if (!normalized.has('-')) {
      return;
    }
    String text = normalized.text();
    int start = text.indexOf(BEGIN);
    while (start >= 0) {
      int label = start + BEGIN.length();
      int next = label;
      if (isPrivate(text, label)) {
        next = end(text, label);
        matches.add(normalized, RULE, start, next);
      }
      start = text.indexOf(BEGIN, next);
    }
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
