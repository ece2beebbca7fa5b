package dev.gatehouse.classify.privacy.secrets;

import dev.gatehouse.classify.privacy.text.Detector;
import dev.gatehouse.classify.privacy.text.Matches;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Rule;
import java.util.List;
import java.util.Locale;

/**
 * Connection strings of pairs with semicolons between, as ADO.NET, ODBC and Azure write them: all
 * of the string is found, since a password is worth as much as the place where it works.
 */
final class ConnectionStringDetector implements Detector {

  private static final Rule RULE = Rule.secret("secret-connection-string");

  private static final List<String> SECRETS =
      List.of(
          "password", "pwd", "accountkey", "sharedaccesskey", "sharedaccesssignature", "secret");

  private static final int MIN_PAIRS = 3;
  private static final int MAX_PAIR = 512;
  private static final int MAX_NAME = 40;

  @Override
  public void detect(NormalizedText normalized, Matches matches) {
    if (!normalized.has(';') || !normalized.has('=')) {
      return;
    }
    String text = normalized.text();
    int at = 0;
    while (at < text.length()) {
      int end = lineEnd(text, at);
      detectChain(normalized, at, end, matches);
      at = end + 1;
    }
  }

  private static int lineEnd(String text, int from) {
    int end = from;
    while (end < text.length() && !endsLine(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean endsLine(char c) {
    return switch (c) {
      case '\n', '"', '`', '\'', '<', '>' -> true;
      default -> false;
    };
  }

  /** Looks for pairs next to one another between {@code from} and {@code to}. */
  private static void detectChain(NormalizedText normalized, int from, int to, Matches matches) {
    String text = normalized.text();
    int start = -1;
    int pairs = 0;
    boolean secret = false;
    int at = from;
    while (at < to) {
      int semicolon = text.indexOf(';', at, to);
      int end = semicolon < 0 ? to : semicolon;
      int equals = end - at > MAX_PAIR ? -1 : text.indexOf('=', at, end);
      if (equals < 0) {
        return;
      }
      start = start < 0 ? nameStart(text, at, equals) : start;
      secret |= isSecret(text, Math.max(start, at), equals, end);
      pairs++;
      at = end + 1;
      if (secret && pairs >= MIN_PAIRS && (at >= to || !goesOn(text, at, to))) {
        matches.add(normalized, RULE, start, valueEnd(text, equals, end));
        return;
      }
    }
  }

  private static boolean goesOn(String text, int from, int to) {
    return text.indexOf('=', from, Math.min(to, from + MAX_NAME)) > 0;
  }

  private static int nameStart(String text, int from, int equals) {
    int space = text.substring(from, equals).lastIndexOf(": ");
    return space >= 0 ? from + space + 2 : from;
  }

  private static int valueEnd(String text, int equals, int end) {
    int space = text.indexOf(' ', equals, end);
    return space < 0 ? end : space;
  }

  private static boolean isSecret(String text, int from, int equals, int end) {
    String name = text.substring(from, equals).replace(" ", "").toLowerCase(Locale.ROOT);
    return end - equals > 4
        && SECRETS.stream().anyMatch(name::endsWith)
        && !Placeholders.is(text, equals + 1, end)
        && "{$<%[*".indexOf(text.charAt(equals + 1)) < 0;
  }
}
