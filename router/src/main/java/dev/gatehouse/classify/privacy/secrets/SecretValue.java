package dev.gatehouse.classify.privacy.secrets;

import dev.gatehouse.classify.privacy.text.Alphabet;
import dev.gatehouse.classify.privacy.text.Randomness;
import dev.gatehouse.classify.privacy.text.Scripts;
import java.util.List;

/**
 * A value that may be a secret, and where it stands.
 *
 * @param quoted whether it stood in quotation marks
 */
record SecretValue(String text, int start, int end, boolean quoted) {

  private static final int MAX_LENGTH = 512;
  private static final int MAX_SPACE = 24;
  private static final int MIN_CHOSEN = 6;
  private static final int MIN_GENERATED = 12;
  private static final int MIN_KEY = 20;
  private static final int MIN_CODE = 4;
  private static final int MAX_CODE = 8;
  private static final double MIN_KEY_ENTROPY = 3.7;
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
    while (end < limit && !endsBare(text.charAt(end)) && !Scripts.isUnspaced(text.charAt(end))) {
      end++;
    }
    return end > start && ".)]}".indexOf(text.charAt(end - 1)) >= 0 ? end - 1 : end;
  }

  private static boolean endsBare(char c) {
    return c <= ' ' || ",;\"'`<>|\\".indexOf(c) >= 0;
  }

  /** Whether the value may be what its name says: long and varied enough, no code, no variable. */
  boolean isSecret(SecretName name) {
    if (start >= end || isPlaceholder() || (!quoted && isExpression())) {
      return false;
    }
    return switch (name) {
      case NONE -> false;
      case CHOSEN, LOOSE ->
          end - start >= MIN_CHOSEN && isOneWord() && (isVaried() || isAppPassword());
      case CODE -> isCode(text, start, end);
      case GENERATED -> isGenerated(MIN_GENERATED, MIN_ENTROPY);
      case KEY -> isGenerated(MIN_KEY, MIN_KEY_ENTROPY) && !isHexOrUuid();
    };
  }

  /** Whether it is a password of letters alone. */
  boolean isPlain(SecretName name) {
    return name == SecretName.CHOSEN && new PlainPassword(text, start, end, quoted).isAssigned();
  }

  /** Whether it is one as the whole value of a field. */
  boolean isPlainField(SecretName name) {
    return name == SecretName.CHOSEN && new PlainPassword(text, start, end, quoted).isWhole();
  }

  /** Four to eight digits, as on a keypad, perhaps with the sign that ends the entry. */
  static boolean isCode(String text, int start, int end) {
    int digits = Alphabet.DIGIT.runEnd(text, start, MAX_CODE + 1);
    int length = digits - start;
    boolean whole = digits == end || (digits + 1 == end && "#*".indexOf(text.charAt(digits)) >= 0);
    return whole && length >= MIN_CODE && length <= MAX_CODE;
  }

  private boolean isGenerated(int least, double entropy) {
    return end - start >= least
        && isOneWord()
        && Randomness.looksGenerated(text, start, end)
        && Randomness.entropy(text, start, end) >= entropy;
  }

  /** Digests and identifiers, which stand under keys of every kind. */
  private boolean isHexOrUuid() {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (!Alphabet.HEX.has(c) && c != '-') {
        return false;
      }
    }
    return true;
  }

  /** How a mail provider writes passwords for programs: four times four small letters. */
  private boolean isAppPassword() {
    if (end - start != 19) {
      return false;
    }
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      boolean dash = (i - start) % 5 == 4;
      if (dash ? c != '-' : c < 'a' || c > 'z') {
        return false;
      }
    }
    return true;
  }

  private boolean isPlaceholder() {
    return "${<%[(*".indexOf(text.charAt(start)) >= 0
        || text.regionMatches(true, start, "your", 0, 4)
        || Placeholders.is(text, start, end)
        || isCodeName();
  }

  /** Without quotation marks a dotted name is where the value comes from. */
  private boolean isCodeName() {
    if (quoted) {
      return false;
    }
    int dots = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      dots += c == '.' ? 1 : 0;
      if (c != '.' && c != '_' && !Character.isLetter(c)) {
        return false;
      }
    }
    return dots > 0;
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
    for (int i = start; i < end - 1; i++) {
      char c = text.charAt(i);
      if (!Character.isLetter(c) && "._-/:".indexOf(c) < 0) {
        return true;
      }
    }
    return Character.isDigit(text.charAt(end - 1))
        || (quoted && !Character.isLetter(text.charAt(end - 1)));
  }
}
