package dev.gatehouse.classify.privacy.secrets;

import dev.gatehouse.classify.privacy.text.Detector;
import dev.gatehouse.classify.privacy.text.Matches;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Rule;

/**
 * Values given to something that is named as a secret: {@code password: hunter2!}, {@code
 * "api_key": "..."}, {@code TOKEN=...}, and a JSON string under such a key.
 */
final class AssignmentDetector implements Detector {

  private static final Rule RULE = Rule.secret("secret-assignment");

  private static final int MAX_NAME = 40;
  private static final int MAX_DECORATION = 24;

  @Override
  public void detect(NormalizedText normalized, Matches matches) {
    detectLabelled(normalized, matches);
    if (!normalized.has('=') && !normalized.has(':')) {
      return;
    }
    String text = normalized.text();
    int next;
    for (int i = 0; i < text.length(); i = next) {
      char c = text.charAt(i);
      int end = c == '=' || c == ':' ? detectAt(normalized, i, matches) : -1;
      next = Math.max(i + 1, end);
    }
  }

  private static void detectLabelled(NormalizedText normalized, Matches matches) {
    String text = normalized.text();
    SecretName name = SecretName.of(normalized.label());
    if (name == SecretName.NONE || text.isEmpty()) {
      return;
    }
    SecretValue value = SecretValue.whole(text);
    if (value.isSecret(name) || value.isPlainField(name)) {
      matches.add(normalized, RULE, value.start(), value.end());
    }
  }

  /** One past the value that is assigned at {@code operator}, or -1. */
  private static int detectAt(NormalizedText normalized, int operator, Matches matches) {
    String text = normalized.text();
    SecretName name = nameBefore(text, operator);
    if (name == SecretName.NONE) {
      return -1;
    }
    SecretValue value = SecretValue.after(text, operator);
    if (!value.isSecret(name) && !value.isPlain(name)) {
      return -1;
    }
    matches.add(normalized, RULE, value.start(), value.end());
    return value.end();
  }

  private static SecretName nameBefore(String text, int operator) {
    int end = operator;
    while (end > 0 && operator - end < MAX_DECORATION && isDecoration(text.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0 && end - start < MAX_NAME && isName(text.charAt(start - 1))) {
      start--;
    }
    SecretName name = SecretName.of(text.substring(start, end));
    return name == SecretName.KEY ? keyOfWords(text, start, end) : name;
  }

  /**
   * A key as the last of two words says by both what it is: {@code API key}, {@code public key}.
   */
  private static SecretName keyOfWords(String text, int start, int end) {
    int before = start;
    while (before > 0 && text.charAt(before - 1) == ' ' && start - before < 2) {
      before--;
    }
    int first = before;
    while (first > 0 && before - first < MAX_NAME && isName(text.charAt(first - 1))) {
      first--;
    }
    return SecretName.of(text.substring(first, before) + text.substring(start, end));
  }

  private static boolean isDecoration(char c) {
    return " \t\"'`*:)]".indexOf(c) >= 0;
  }

  private static boolean isName(char c) {
    return c == '_' || c == '-' || c == '.' || Character.isLetterOrDigit(c);
  }
}
