package dev.gatehouse.classify.privacy.identifiers;

import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.privacy.text.Alphabet;
import dev.gatehouse.classify.privacy.text.Rule;
import dev.gatehouse.config.PrivacyClass;
import java.util.Locale;
import java.util.Set;

/**
 * Names of users after a label and an equals sign, a colon or an at sign: user=, login:, handle @.
 */
final class UsernameFinder implements Finder {

  private static final Rule RULE =
      new Rule(FindingType.USERNAME, "username", PrivacyClass.PERSONAL);

  /** What stands there in programs and in systems that nobody is. */
  private static final Set<String> NOBODY =
      Set.of(
          ("admin administrator root user users username test testuser guest anonymous default system service"
                  + " postgres mysql name none null nil true false undefined string str int text self this"
                  + " request req current currentuser value data id input password email login foo bar example"
                  + " www http https node app api bot assistant the a an yourusername your my myuser human model")
              .split(" "));

  private static final int LONGEST = 40;

  @Override
  public void find(Reading reading) {
    Labels labels = reading.labels();
    if (Topic.USERNAME.isIn(labels.key())) {
      report(reading, 0, true);
    }
    for (int i = 0; i < labels.count(); i++) {
      if (Topic.USERNAME.isIn(labels.topics(i))) {
        after(reading, labels.end(i));
      }
    }
  }

  private static void after(Reading reading, int from) {
    String text = reading.text();
    int at = from;
    boolean sign = false;
    while (at < text.length() && at - from < 6 && " \"':=@`".indexOf(text.charAt(at)) >= 0) {
      sign |= ":=@".indexOf(text.charAt(at++)) >= 0;
    }
    if (sign) {
      report(reading, at, false);
    }
  }

  private static void report(Reading reading, int from, boolean whole) {
    String text = reading.text();
    int start = from + (text.startsWith("@", from) ? 1 : 0);
    int end = start;
    while (end < text.length() && end - start <= LONGEST && isPart(text, end)) {
      end++;
    }
    if (end - start >= 3
        && end - start <= LONGEST
        && (!whole || end == text.length())
        && isName(text, start, end)
        && reading.isFree(start, end)) {
      reading.add(RULE, start, end);
    }
  }

  private static boolean isPart(String text, int at) {
    char c = text.charAt(at);
    return Alphabet.ALPHANUMERIC.has(c)
        || ("._-".indexOf(c) >= 0 && Alphabet.ALPHANUMERIC.at(text, at + 1));
  }

  /** No word of programs, no call, no path of members, and no word that a sentence goes on with. */
  private static boolean isName(String text, int start, int end) {
    String name = text.substring(start, end).toLowerCase(Locale.ROOT);
    char next = end < text.length() ? text.charAt(end) : ' ';
    boolean program = "([{<>/%$".indexOf(next) >= 0 || NOBODY.contains(name.split("\\.", 2)[0]);
    boolean sentence =
        next == ' '
            && end + 1 < text.length()
            && Character.isLetter(text.charAt(end + 1))
            && isPlainWord(name)
            && text.charAt(start - 1) != '=';
    return !program && !sentence && name.chars().anyMatch(Character::isLetter);
  }

  private static boolean isPlainWord(String name) {
    return name.chars().allMatch(Character::isLetter);
  }
}
