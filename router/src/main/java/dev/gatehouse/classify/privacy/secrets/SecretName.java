package dev.gatehouse.classify.privacy.secrets;

import dev.gatehouse.classify.privacy.text.ResourceLines;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What a name says of the value that it is given. */
enum SecretName {
  /** Nothing secret. */
  NONE,
  /** Chosen by a person: a password. */
  CHOSEN,
  /** Chosen too, but the name means something else as well, so that a plain word is none. */
  LOOSE,
  /** A few digits: a PIN, a code for one use. */
  CODE,
  /** Generated: a key or token. */
  GENERATED,
  /** A key, which may be one of a table as well as one to a door: its value has to tell. */
  KEY;

  private static final int LONGEST = 24;

  private static final Map<String, SecretName> ENDINGS = endings();

  /** What is known by more than its ending. */
  private static final List<String> OTHERS = List.of("pass", "pw", "auth");

  private static final LastLetters LAST_LETTERS = LastLetters.of(ENDINGS.keySet(), OTHERS);

  /** Judges a name by how it ends; case, {@code _}, {@code -} and {@code .} do not matter. */
  static SecretName of(String name) {
    if (name.length() < 2 || !LAST_LETTERS.mayBeOf(name)) {
      return NONE;
    }
    String plain = plain(name);
    if (isShortForm(name, plain)) {
      return CHOSEN;
    }
    for (int from = Math.max(0, plain.length() - LONGEST); from < plain.length() - 1; from++) {
      SecretName found = ENDINGS.get(plain.substring(from));
      if (found != null && (found != CODE || isWordStart(name, plain.length() - from))) {
        return found;
      }
    }
    return plain.equals("auth") ? GENERATED : NONE;
  }

  /**
   * The last two letters of some names, where they are ASCII: most names end otherwise. Saves 6 of
   * 21 microseconds per KB of a tool's result, and 3 of 17 of a log ({@code
   * PrivacyBenchmark.secrets}).
   */
  private static final class LastLetters {
    private static final int ASCII = 128;

    private final boolean[] known = new boolean[ASCII * ASCII];

    static LastLetters of(Set<String> names, List<String> others) {
      LastLetters letters = new LastLetters();
      Stream.concat(names.stream(), others.stream())
          .mapToInt(LastLetters::number)
          .filter(number -> number >= 0)
          .forEach(number -> letters.known[number] = true);
      return letters;
    }

    /** Whether a name may end as one of them; false is certain. */
    boolean mayBeOf(String name) {
      int number = number(name);
      return number < 0 || known[number];
    }

    /** Of the last two letters, as {@link SecretName#plain} has them; -1 for others than ASCII. */
    private static int number(String name) {
      int last = letterBefore(name, name.length());
      int first = letterBefore(name, last);
      int one = letter(name, first);
      int other = letter(name, last);
      return Math.max(one, other) < ASCII ? one * ASCII + other : -1;
    }

    private static int letterBefore(String name, int end) {
      int at = end - 1;
      while (at >= 0 && isLeftOut(name.charAt(at))) {
        at--;
      }
      return at;
    }

    private static int letter(String name, int at) {
      char c = at < 0 ? 0 : name.charAt(at);
      return c >= 'A' && c <= 'Z' ? c | 0x20 : c;
    }
  }

  private static boolean isLeftOut(char c) {
    return c == '_' || c == '-' || c == '.';
  }

  /** {@code pass} and {@code pw} as a word of their own: compass and bypass are none. */
  private static boolean isShortForm(String name, String plain) {
    return (plain.endsWith("pass") && isWordStart(name, 4))
        || (plain.endsWith("pw") && isWordStart(name, 2));
  }

  /** Whether a word begins {@code length} characters before the end of {@code name}. */
  private static boolean isWordStart(String name, int length) {
    int start = name.length() - length;
    return start <= 0
        || !Character.isLetterOrDigit(name.charAt(start - 1))
        || !Character.isLetterOrDigit(name.charAt(start))
        || (Character.isUpperCase(name.charAt(start))
            && Character.isLowerCase(name.charAt(start - 1)));
  }

  private static String plain(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!isLeftOut(c)) {
        plain.append(c);
      }
    }
    return plain.toString().toLowerCase(Locale.ROOT);
  }

  private static Map<String, SecretName> endings() {
    Map<String, SecretName> endings = new HashMap<>();
    for (String line : ResourceLines.of(SecretName.class, "secret-names.txt")) {
      String[] words = line.split(" ", -1);
      for (int i = 1; i < words.length; i++) {
        endings.putIfAbsent(words[i], valueOf(words[0]));
      }
    }
    return Map.copyOf(endings);
  }
}
