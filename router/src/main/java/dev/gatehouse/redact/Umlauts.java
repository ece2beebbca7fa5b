package dev.gatehouse.redact;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How names are spelt where umlauts and the like are, or were, not at hand. */
final class Umlauts {
  private static final char DOTS = '\u0308';
  private static final char RING = '\u030a';

  private Umlauts() {}

  /** As a name is written, and with letters in the place of each umlaut: Mueller, Muller. */
  static Set<String> without(String name) {
    return new LinkedHashSet<>(List.of(name, writtenOut(name), lower(name).replace("ø", "o")));
  }

  /**
   * What a name may be that holds two vowels for an umlaut. Only a guess: Michael has no ä. So it
   * counts only where it stands with its umlauts: see {@link #kept}.
   */
  static Set<String> drawn(String name) {
    String lower = lower(name);
    String german = lower.replace("ae", "ä").replace("oe", "ö").replace("ue", "ü");
    String nordic = lower.replace("ae", "æ").replace("oe", "ø").replace("aa", "å");
    Set<String> drawn =
        new LinkedHashSet<>(List.of(german, german.replace("ss", "ß"), lower.replace("ss", "ß")));
    drawn.add(nordic);
    drawn.remove(lower);
    return drawn;
  }

  /** The characters of {@code plain}, those that are umlauts in {@code text} with their marks. */
  static String kept(String text, CompactText plain) {
    StringBuilder kept = new StringBuilder(plain.characters());
    for (int i = 0; i < kept.length(); i++) {
      char folded = kept.charAt(i);
      if (folded == 'a' || folded == 'o' || folded == 'u') {
        int next = plain.ends()[i];
        char mark = next < text.length() ? text.charAt(next) : ' ';
        kept.setCharAt(i, marked(folded, Character.toLowerCase(text.charAt(next - 1)), mark));
      }
    }
    return kept.toString();
  }

  private static char marked(char folded, char written, char mark) {
    if ("äöüå".indexOf(written) >= 0) {
      return written;
    }
    if (mark == DOTS) {
      return "äöü".charAt("aou".indexOf(folded));
    }
    return mark == RING && folded == 'a' ? 'å' : folded;
  }

  /** In small letters, with two in the place of each umlaut and of ß. */
  private static String writtenOut(String text) {
    return lower(text)
        .replace("ä", "ae")
        .replace("æ", "ae")
        .replace("ö", "oe")
        .replace("ø", "oe")
        .replace("ü", "ue")
        .replace("å", "aa")
        .replace("ß", "ss");
  }

  private static String lower(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }
}
