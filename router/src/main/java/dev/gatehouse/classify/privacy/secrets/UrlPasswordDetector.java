package dev.gatehouse.classify.privacy.secrets;

import dev.gatehouse.classify.privacy.text.Alphabet;
import dev.gatehouse.classify.privacy.text.Detector;
import dev.gatehouse.classify.privacy.text.Matches;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Rule;
import java.util.Locale;
import java.util.Set;

/**
 * URLs that hold a password: {@code scheme://user:password@host}. All of the URL is found, since
 * the password is worth as much as the place where it works.
 */
final class UrlPasswordDetector implements Detector {

  private static final Rule RULE = Rule.secret("secret-url-password");

  private static final int MAX_USER_INFO = 256;
  private static final int MAX_SCHEME = 32;
  private static final int MAX_URL = 2048;

  private static final Set<String> USUAL =
      Set.of("password", "pass", "pwd", "pw", "passwd", "secret", "token", "db_password");

  @Override
  public void detect(NormalizedText normalized, Matches matches) {
    if (!normalized.has('@') || !normalized.has('/')) {
      return;
    }
    String text = normalized.text();
    int next = 3;
    for (int i = text.indexOf("://"); i >= 0; i = text.indexOf("://", next)) {
      int start = i + 3;
      int end = userInfoEnd(text, start);
      int colon = text.substring(start, end).indexOf(':');
      next = start;
      if (colon >= 0 && isPassword(text, start + colon + 1, end)) {
        next = urlEnd(text, end);
        matches.add(normalized, RULE, schemeStart(text, i), next);
      }
    }
  }

  private static int schemeStart(String text, int colon) {
    int start = colon;
    while (start > 0 && colon - start < MAX_SCHEME && isScheme(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  /** RFC 3986 section 3.1, and the colon of {@code jdbc:postgresql}. */
  private static boolean isScheme(char c) {
    return Alphabet.ALPHANUMERIC.has(c) || "+-.:".indexOf(c) >= 0;
  }

  private static int urlEnd(String text, int from) {
    int end = from;
    int limit = Math.min(text.length(), from + MAX_URL);
    while (end < limit && text.charAt(end) > ' ' && "\"'<>`\\^{|}".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    while (".,;:!?)]".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
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
    return end > start
        && "${%*<[".indexOf(text.charAt(start)) < 0
        && !USUAL.contains(text.substring(start, end).toLowerCase(Locale.ROOT))
        && !Placeholders.is(text, start, end);
  }
}
