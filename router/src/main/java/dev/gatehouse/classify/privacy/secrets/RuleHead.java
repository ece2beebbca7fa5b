package dev.gatehouse.classify.privacy.secrets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells whether a rule's expression begins with its keyword, so that it need be tried there only.
 */
final class RuleHead {

  private static final Pattern SKIPPED = Pattern.compile("\\(\\?[a-z-]+\\)|\\\\b");
  private static final Pattern GROUP = Pattern.compile("\\((?:\\?[a-z-]*:)?(?!\\?)");

  private final String regex;
  private int at;

  private RuleHead(String regex) {
    this.regex = regex;
  }

  /** Whether every match begins with one of the keywords or a part of one. */
  static boolean isKeyword(SecretRule rule) {
    String regex = rule.expression().pattern().pattern();
    List<String> keywords =
        rule.keywords().stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    return new RuleHead(regex)
        .alternatives()
        .filter(
            heads ->
                heads.stream()
                    .allMatch(
                        head ->
                            head.length() > 1
                                && keywords.stream()
                                    .anyMatch(
                                        word -> word.startsWith(head) || head.startsWith(word))))
        .isPresent();
  }

  /** The literals that the alternatives from here to the group's end begin with. */
  private Optional<List<String>> alternatives() {
    List<String> heads = new ArrayList<>();
    int depth = 0;
    boolean wanted = true;
    while (at < regex.length() && depth >= 0) {
      if (wanted) {
        Optional<List<String>> head = head();
        if (head.isEmpty()) {
          return Optional.empty();
        }
        heads.addAll(head.get());
        wanted = false;
        continue;
      }
      char c = regex.charAt(at);
      if (c == '[') {
        at = classEnd();
      } else if (c == '\\') {
        at++;
      } else if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      } else if (c == '|' && depth == 0) {
        wanted = true;
      }
      at++;
    }
    return wanted ? Optional.empty() : Optional.of(heads);
  }

  private Optional<List<String>> head() {
    var skipped = SKIPPED.matcher(regex);
    while (skipped.region(at, regex.length()).lookingAt()) {
      at = skipped.end();
    }
    var group = GROUP.matcher(regex).region(at, regex.length());
    if (group.lookingAt()) {
      at = group.end();
      return alternatives();
    }
    StringBuilder head = new StringBuilder();
    while (at < regex.length()) {
      Optional<Character> letter = literal();
      if (letter.isEmpty()) {
        break;
      }
      head.append(Character.toLowerCase(letter.get()));
    }
    boolean optional = at < regex.length() && "?*{".indexOf(regex.charAt(at)) >= 0;
    String sure = optional ? head.substring(0, Math.max(0, head.length() - 1)) : head.toString();
    return sure.isEmpty() ? Optional.empty() : Optional.of(List.of(sure));
  }

  /** The literal character here, or the one letter of a class like {@code [Aa]}. */
  private Optional<Character> literal() {
    char c = regex.charAt(at);
    if (c == '[' && at + 3 < regex.length() && regex.charAt(at + 3) == ']') {
      char one = Character.toLowerCase(regex.charAt(at + 1));
      if (one != Character.toLowerCase(regex.charAt(at + 2))) {
        return Optional.empty();
      }
      at += 4;
      return Optional.of(one);
    }
    boolean escaped = c == '\\' && at + 1 < regex.length() && !isClass(regex.charAt(at + 1));
    if (!escaped && "\\[](){}?*+|^$.".indexOf(c) >= 0) {
      return Optional.empty();
    }
    at += escaped ? 2 : 1;
    return Optional.of(escaped ? regex.charAt(at - 1) : c);
  }

  private static boolean isClass(char escaped) {
    return Character.isLetterOrDigit(escaped);
  }

  private int classEnd() {
    int end = at + 1;
    if (end < regex.length() && regex.charAt(end) == '^') {
      end++;
    }
    end++;
    while (end < regex.length() && regex.charAt(end) != ']') {
      end += regex.charAt(end) == '\\' ? 2 : 1;
    }
    return end;
  }
}
