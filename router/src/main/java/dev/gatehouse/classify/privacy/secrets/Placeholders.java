package dev.gatehouse.classify.privacy.secrets;

import dev.gatehouse.classify.privacy.text.Randomness;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Values that stand where a secret would: for a reader to replace, or known from documentation. */
final class Placeholders {

  private static final List<String> WORDS =
      List.of(
          "example",
          "xxxx",
          "your_",
          "your-",
          "yourapi",
          "yourpass",
          "yoursecret",
          "yourtoken",
          "placeholder",
          "redacted",
          "changeme",
          "change_me",
          "change-me",
          "dummy",
          "abcdefghij",
          "****",
          "____",
          "…",
          "•");

  /** What a template begins and ends with, around the name of what is to be put there. */
  private static final List<String> TEMPLATES = List.of("<>", "{}", "$}", "$)", "%%", "[]");

  /** What tutorials and jokes take for a password. */
  private static final Set<String> USUAL =
      Set.of(
          "hunter2",
          "password",
          "password1",
          "password123",
          "passw0rd",
          "p@ssw0rd",
          "p@ssword",
          "p@ssw0rd!",
          "changeit",
          "secret",
          "secret1",
          "secret123",
          "mypassword",
          "mypassword123",
          "testpassword",
          "test123",
          "testpass",
          "letmein",
          "foobar",
          "string",
          "required",
          "undefined",
          "nullable",
          "optional",
          "boolean",
          "username",
          "passwort",
          "correcthorsebatterystaple");

  /** From Stripe's and Google's documentation. */
  private static final Set<String> PUBLISHED =
      Set.of("sk_test_4ec39hqlyjwdarjtt1zdp7dc", "aizasyabcdefghijklmnopqrstuvwxyz1234567");

  private static final int REPEATS = 6;

  private Placeholders() {}

  /** Whether a password or a value of any kind is none. */
  static boolean is(String text, int start, int end) {
    String value = text.substring(start, end).toLowerCase(Locale.ROOT);
    return USUAL.contains(trimmed(value))
        || PUBLISHED.contains(value)
        || WORDS.stream().anyMatch(value::contains)
        || isTemplate(value)
        || repeats(value);
  }

  /** Whether a generated key is none: a placeholder, or of too few different characters. */
  static boolean isKey(String text, int start, int end) {
    return is(text, start, end) || Randomness.entropy(text, start, end) < 2.3;
  }

  private static boolean isTemplate(String value) {
    boolean counting = value.startsWith("123456") || value.endsWith("....");
    boolean named = value.startsWith("insert-") || value.startsWith("insert_");
    return counting
        || named
        || value.startsWith("sample-")
        || value.startsWith("replace")
        || value.startsWith("${")
        || value.startsWith("{{")
        || value.startsWith("$(")
        || TEMPLATES.stream().anyMatch(ends -> isBetween(value, ends));
  }

  private static boolean isBetween(String value, String ends) {
    return value.length() > 2
        && value.charAt(0) == ends.charAt(0)
        && value.charAt(value.length() - 1) == ends.charAt(1);
  }

  private static String trimmed(String value) {
    int end = value.length();
    while (end > 0 && "!?.,;:".indexOf(value.charAt(end - 1)) >= 0) {
      end--;
    }
    return value.substring(0, end);
  }

  private static boolean repeats(String value) {
    int run = 1;
    for (int i = 1; i < value.length(); i++) {
      run = value.charAt(i) == value.charAt(i - 1) ? run + 1 : 1;
      if (run >= REPEATS) {
        return true;
      }
    }
    return false;
  }
}
