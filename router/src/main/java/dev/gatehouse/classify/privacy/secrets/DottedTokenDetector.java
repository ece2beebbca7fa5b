package dev.gatehouse.classify.privacy.secrets;

import dev.gatehouse.classify.privacy.text.Alphabet;
import dev.gatehouse.classify.privacy.text.Detector;
import dev.gatehouse.classify.privacy.text.Matches;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Rule;

/**
 * Tokens of base64url segments with dots between: JSON Web Tokens (RFC 7519), whose header and
 * claims begin with {@code eyJ}, and Discord's bot tokens, which begin with a number's base64.
 */
final class DottedTokenDetector implements Detector {

  private static final Rule JWT = Rule.secret("secret-jwt");
  private static final Rule DISCORD = Rule.secret("secret-discord-token");

  private static final int MIN_FIRST = 8;
  private static final int MAX_SEGMENT = 1 << 16;

  @Override
  public void detect(NormalizedText normalized, Matches matches) {
    if (!normalized.has('.')) {
      return;
    }
    String text = normalized.text();
    int next;
    for (int i = segment(text, 0); i < text.length(); i = segment(text, next)) {
      next = Alphabet.URL_SAFE.runEnd(text, i, MAX_SEGMENT);
      if (next < text.length() && text.charAt(next) == '.') {
        next = Math.max(next, token(normalized, i, next, matches));
      }
    }
  }

  private static int segment(String text, int from) {
    return Alphabet.URL_SAFE.nextRun(text, from, MIN_FIRST);
  }

  /** One past the token whose first segment is {@code start} to {@code end}, or -1. */
  private static int token(NormalizedText normalized, int start, int end, Matches matches) {
    String text = normalized.text();
    int secondEnd = Alphabet.URL_SAFE.runEnd(text, end + 1, MAX_SEGMENT);
    int second = secondEnd - end - 1;
    if (secondEnd == text.length() || text.charAt(secondEnd) != '.') {
      return -1;
    }
    int thirdEnd = Alphabet.URL_SAFE.runEnd(text, secondEnd + 1, MAX_SEGMENT);
    if (text.startsWith("eyJ", start) && second >= 4) {
      int last = Alphabet.DOTTED.runEnd(text, thirdEnd, MAX_SEGMENT);
      matches.add(normalized, JWT, start, last);
      return last;
    }
    boolean bot = end - start >= 23 && end - start <= 28 && "MNO".indexOf(text.charAt(start)) >= 0;
    if (bot && second >= 6 && second <= 7 && thirdEnd - secondEnd > 26) {
      matches.add(normalized, DISCORD, start, thirdEnd);
      return thirdEnd;
    }
    return -1;
  }
}
