package dev.gatehouse.classify.privacy.secrets;

import dev.gatehouse.classify.privacy.text.Detector;
import dev.gatehouse.classify.privacy.text.Matches;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Name and password on curl's command line: {@code -u name:password}, {@code --user}. */
final class CurlUserDetector implements Detector {

  private static final Rule RULE = Rule.secret("secret-curl-user");

  private static final List<String> OPTIONS =
      List.of(" -u ", " --user ", " --user=", " --proxy-user ");
  private static final int MAX_LENGTH = 200;

  private static final Set<String> USUAL =
      Set.of("password", "pass", "pwd", "passwd", "secret", "token", "test", "apikey", "api_key");

  @Override
  public void detect(NormalizedText normalized, Matches matches) {
    String text = normalized.text();
    if (!normalized.has('-') || !text.contains("curl")) {
      return;
    }
    for (String option : OPTIONS) {
      for (int i = text.indexOf(option); i >= 0; i = text.indexOf(option, i + 2)) {
        detectAt(normalized, i + option.length(), matches);
      }
    }
  }

  private static void detectAt(NormalizedText normalized, int start, Matches matches) {
    String text = normalized.text();
    char first = start < text.length() ? text.charAt(start) : ' ';
    boolean quoted = first == '"' || first == '\'';
    int from = quoted ? start + 1 : start;
    int end = from;
    int limit = Math.min(text.length(), from + MAX_LENGTH);
    while (end < limit && text.charAt(end) != '\n' && text.charAt(end) != (quoted ? first : ' ')) {
      end++;
    }
    int colon = text.indexOf(':', from);
    if (colon >= from && colon < end && end - from > 4 && isPassword(text, from, colon, end)) {
      matches.add(normalized, RULE, from, end);
    }
  }

  private static boolean isPassword(String text, int start, int colon, int end) {
    String password = text.substring(colon + 1, end).toLowerCase(Locale.ROOT);
    return text.substring(start, end).chars().noneMatch(c -> "<>${}[]".indexOf(c) >= 0)
        && !USUAL.contains(password)
        && !Placeholders.is(text, start, end);
  }
}
