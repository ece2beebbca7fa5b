package dev.gatehouse.classify.privacy.secrets;

import dev.gatehouse.classify.privacy.text.Randomness;
import java.util.List;
import java.util.Locale;

/**
 * A value that may be a secret, and where it stands.
 *
 * @param quoted whether it stood in quotation marks
 */
record SecretValue(String text, int start, int end, boolean quoted) {

  private static final int MAX_LENGTH = 512;
  private static final int MAX_SPACE = 4;
  private static final int MIN_CHOSEN = 6;
  private static final int MIN_GENERATED = 12;
  private static final double MIN_ENTROPY = 3.0;

  /** The authentication schemes of RFC 9110 section 11.1 that carry a secret. */
  private static final List<String> SCHEMES = List.of("bearer ", "basic ", "token ");

  /** The whole of a JSON string, without an authentication scheme before it. */
  static SecretValue whole(String text) {
    int start = afterScheme(text, 0);
    return new SecretValue(text, start, Math.min(text.length(), start + MAX_LENGTH), true);
  }

  /** What follows an assignment: in quotation marks, or up to white space or a delimiter. */
  static SecretValue after(String text, int operator) {
    int start = operator + 1;
    while (start < text.length()
        && start - operator <= MAX_SPACE
        && " \t=>*".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    boolean quoted = start < text.length() && "\"'`".indexOf(text.charAt(start)) >= 0;
    start = afterScheme(text, quoted ? start + 1 : start);
    int end = quoted ? quotedEnd(text, start) : bareEnd(text, start);
    return new SecretValue(text, start, end, quoted);
  }

  private static int afterScheme(String text, int start) {
    for (String scheme : SCHEMES) {
      if (text.regionMatches(true, start, scheme, 0, scheme.length())) {
        return start + scheme.length();
      }
    }
    return start;
  }

  private static int quotedEnd(String text, int start) {
    char quote = text.charAt(start - 1) == ' ' ? '"' : text.charAt(start - 1);
    int limit = Math.min(text.length(), start + MAX_LENGTH);
    int end = start;
    while (end < limit && text.charAt(end) != quote && text.charAt(end) != '\n') {
      end++;
    }
    return end;
  }

  private static int bareEnd(String text, int start) {
    int limit = Math.min(text.length(), start + MAX_LENGTH);
    int end = start;
    while (end < limit && !endsBare(text.charAt(end))) {
      end++;
    }
    return end > start && ".)]}".indexOf(text.charAt(end - 1)) >= 0 ? end - 1 : end;
  }

  private static boolean endsBare(char c) {
    return c <= ' ' || ",;\"'`<>|\\".indexOf(c) >= 0;
  }

  /** Whether the value may be what its name says: long and varied enough, no code, no variable. */
  boolean isSecret(SecretName name) {
    if (isPlaceholder() || (!quoted && isExpression())) {
      return false;
    }
    return switch (name) {
      case NONE -> false;
      case CHOSEN -> end - start >= MIN_CHOSEN && isVaried() && isOneWord();
      case GENERATED ->
          end - start >= MIN_GENERATED
              && isOneWord()
              && Randomness.looksGenerated(text, start, end)
              && Randomness.entropy(text, start, end) >= MIN_ENTROPY;
    };
  }

  private boolean isPlaceholder() {
    if (start >= end) {
      return true;
    }
    return "${<%[(*".indexOf(text.charAt(start)) >= 0
        || text.substring(start, end).toLowerCase(Locale.ROOT).startsWith("your");
  }

  /** Code that computes the value. */
  private boolean isExpression() {
    return text.substring(start, end).chars().anyMatch(c -> c == '(' || c == '[' || c == '{');
  }

  private boolean isOneWord() {
    return text.substring(start, end).chars().noneMatch(Character::isWhitespace);
  }

  /** A digit or a sign among the letters: a word alone is more often prose or a type's name. */
  private boolean isVaried() {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (!Character.isLetter(c) && "._-".indexOf(c) < 0) {
        return true;
      }
    }
    return false;
  }
}
