package dev.gatehouse.classify.privacy.secrets;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Translates regular expressions from Go's RE2 syntax (github.com/google/re2/wiki/Syntax) to
 * Java's: named groups, POSIX classes, literal braces and brackets, and the end of the text.
 */
final class GoExpression {

  private final String source;
  private final StringBuilder java = new StringBuilder();
  private int at;
  private boolean inClass;

  private GoExpression(String source) {
    this.source = source;
  }

  /**
   * Compiles.
   *
   * @throws PatternSyntaxException if Java cannot do what the expression asks
   */
  static Pattern compile(String source) {
    return Pattern.compile(new GoExpression(source).translated(), Pattern.UNIX_LINES);
  }

  private String translated() {
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == '\\') {
        copy(Math.min(2, source.length() - at));
      } else if (inClass) {
        classCharacter(c);
      } else {
        character(c);
      }
    }
    return java.toString();
  }

  private void character(char c) {
    if (c == '[') {
      inClass = true;
      copy(source.startsWith("[^]", at) ? 3 : source.startsWith("[]", at) ? 2 : 1);
    } else if (source.startsWith("(?P<", at)) {
      java.append('(');
      at = source.indexOf('>', at) + 1;
    } else if (c == '{' && !isCount()) {
      java.append("\\{");
      at++;
    } else if (c == '$' && !source.contains("(?m")) {
      java.append("\\z");
      at++;
    } else {
      copy(1);
    }
  }

  private void classCharacter(char c) {
    int close = source.startsWith("[:", at) ? source.indexOf(":]", at) : -1;
    if (close > 0) {
      java.append(posix(source.substring(at + 2, close)));
      at = close + 2;
    } else if (c == '[' || c == '&') {
      java.append('\\');
      copy(1);
    } else {
      inClass = c != ']';
      copy(1);
    }
  }

  private static String posix(String name) {
    boolean negated = name.startsWith("^");
    String plain = negated ? name.substring(1) : name;
    if (plain.equals("word")) {
      return negated ? "\\W" : "\\w";
    }
    String java = Character.toUpperCase(plain.charAt(0)) + plain.substring(1);
    return (negated ? "\\P{" : "\\p{") + (java.equals("Xdigit") ? "XDigit" : java) + '}';
  }

  private boolean isCount() {
    int close = source.indexOf('}', at);
    String count = close < 0 ? "" : source.substring(at + 1, close);
    return !count.isEmpty()
        && Character.isDigit(count.charAt(0))
        && count.chars().allMatch(c -> c == ',' || Character.isDigit(c));
  }

  private void copy(int length) {
    java.append(source, at, at + length);
    at += length;
  }
}
