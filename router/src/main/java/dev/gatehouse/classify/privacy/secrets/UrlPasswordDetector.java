package dev.gatehouse.classify.privacy.secrets;

import dev.gatehouse.classify.privacy.text.Detector;
import dev.gatehouse.classify.privacy.text.Matches;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Rule;

/** Passwords in URLs and connection strings: {@code scheme://user:password@host}. */
final class UrlPasswordDetector implements Detector {

  private static final Rule RULE = Rule.secret("secret-url-password");

  private static final int MAX_USER_INFO = 256;

  @Override
  public void detect(NormalizedText normalized, Matches matches) {
    if (!normalized.has('@') || !normalized.has('/')) {
      return;
    }
    String text = normalized.text();
    for (int i = text.indexOf("://"); i >= 0; i = text.indexOf("://", i + 3)) {
      int start = i + 3;
      int end = userInfoEnd(text, start);
      int colon = text.substring(start, end).indexOf(':');
      if (colon >= 0 && isPassword(text, start + colon + 1, end)) {
        matches.add(normalized, RULE, start + colon + 1, end);
      }
    }
  }

  /** Where the last @ of the authority stands; {@code start} where there is none. */
  private static int userInfoEnd(String text, int start) {
    int at = start;
    int limit = Math.min(text.length(), start + MAX_USER_INFO);
    for (int i = start; i < limit && !endsAuthority(text.charAt(i)); i++) {
      if (text.charAt(i) == '@') {
        at = i;
      }
    }
    return at;
  }

  private static boolean endsAuthority(char c) {
    return c <= ' ' || "/?\"'<>`,;".indexOf(c) >= 0;
  }

  private static boolean isPassword(String text, int start, int end) {
    return end > start && "${%*".indexOf(text.charAt(start)) < 0;
  }
}
