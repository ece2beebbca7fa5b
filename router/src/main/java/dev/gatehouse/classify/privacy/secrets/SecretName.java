package dev.gatehouse.classify.privacy.secrets;

import dev.gatehouse.classify.privacy.text.ResourceLines;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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

  /** How those end that {@link #ENDINGS} has. */
  private static final LastLetters LAST_LETTERS = LastLetters.of(ENDINGS.keySet());

  /** Judges a name by how it ends; case, {@code _}, {@code -} and {@code .} do not matter. */
  static SecretName of(String name) {
    if (name.length() < 2) {
      return NONE;
    }
    String plain = plain(name);
    if (isShortForm(name, plain)) {
      return CHOSEN;
    }
    boolean known = LAST_LETTERS.mayBeOf(plain);
    int first = known ? Math.max(0, plain.length() - LONGEST) : plain.length();
    for (int from = first; from < plain.length() - 1; from++) {
      SecretName found = ENDINGS.get(plain.substring(from));
      if (found != null && (found != CODE || isWordStart(name, plain.length() - from))) {
        return found;
      }
    }
    return plain.equals("auth") ? GENERATED : NONE;
  }

  /** The last two letters of some names, as numbers that few other names have. */
  private static final class LastLetters {
    private final BitSet known = new BitSet();

    static LastLetters of(Set<String> names) {
      LastLetters letters = new LastLetters();
      names.forEach(name -> letters.known.set(number(name)));
      return letters;
    }

    boolean mayBeOf(String name) {
      return known.get(number(name));
    }

    private static int number(String name) {
      int last = name.length() - 1;
      return last < 1 ? 0 : (name.charAt(last - 1) * 31 + name.charAt(last)) & 0xFFFF;
    }
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
      if (c != '_' && c != '-' && c != '.') {
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
