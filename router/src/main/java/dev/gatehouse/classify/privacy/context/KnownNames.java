package dev.gatehouse.classify.privacy.context;

import dev.gatehouse.classify.privacy.text.ResourceLines;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names that everybody knows, and names that stand for nobody. Immutable once built. */
final class KnownNames {

  static final int PUBLIC = 1;
  static final int CHARACTER = 2;
  static final int PLACEHOLDER = 4;

  /** The last word of a public figure's name. */
  static final int SURNAME = 8;

  /** The first word of a public figure's or a character's name: Hillary, Frodo. */
  static final int FORENAME = 16;

  private static final String RESOURCE = "people.txt";

  /** A shorter last word is more often something else. */
  private static final int MIN_SURNAME = 4;

  private final Map<String, Integer> kinds = new HashMap<>();

  private KnownNames() {}

  /** The names that come with Gatehouse. */
  static KnownNames bundled() {
    KnownNames known = new KnownNames();
    for (String line : ResourceLines.of(KnownNames.class, RESOURCE)) {
      int space = line.indexOf(' ');
      int kind =
          switch (line.substring(0, space)) {
            case "public" -> PUBLIC;
            case "character" -> CHARACTER;
            case "placeholder" -> PLACEHOLDER;
            case String other -> throw new IllegalStateException(RESOURCE + ": " + other);
          };
      List.of(line.substring(space + 1).split(";", -1)).forEach(name -> known.add(name, kind));
    }
    return known;
  }

  private void add(String name, int kind) {
    String key = key(name);
    kinds.merge(key, kind, (a, b) -> a | b);
    int last = key.lastIndexOf(' ');
    if (last > 0 && kind != PLACEHOLDER) {
      if (key.length() - last > MIN_SURNAME) {
        kinds.merge(key.substring(last + 1), SURNAME, (a, b) -> a | b);
      }
      kinds.merge(key.substring(0, key.indexOf(' ')), FORENAME, (a, b) -> a | b);
    }
  }

  /** What is known of a name; 0 where it is nobody's that everybody knows. */
  int of(String name) {
    return kinds.getOrDefault(key(name), 0);
  }

  /** Without letter case, accents, signs and a possessive ending. */
  private static String key(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String plain = Normalizer.normalize(lower, Normalizer.Form.NFD);
    StringBuilder key = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (Character.isLetterOrDigit(c)
          || Character.getType(c) == Character.COMBINING_SPACING_MARK) {
        key.append(c);
      } else if (Character.getType(c) != Character.NON_SPACING_MARK
          && c != '.'
          && !key.isEmpty()
          && key.charAt(key.length() - 1) != ' ') {
        key.append(' ');
      }
    }
    int length = key.length();
    if (length > 2 && key.charAt(length - 1) == 's' && key.charAt(length - 2) == ' ') {
      return key.substring(0, length - 2);
    }
    return key.toString().strip();
  }
}
