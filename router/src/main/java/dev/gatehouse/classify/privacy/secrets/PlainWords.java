package dev.gatehouse.classify.privacy.secrets;

import dev.gatehouse.classify.privacy.text.ResourceLines;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which words of letters alone are no passwords: {@code plain-words.txt}. */
final class PlainWords {

  private static final int LEAST_FOR_ENDS = 7;

  private final Map<Kind, Set<String>> words = new EnumMap<>(Kind.class);
  private final List<String> ends;
  private final List<String> held;

  private enum Kind {
    SAID,
    ENDS,
    HOLDS,
    CODE,
    TYPE,
    GOES_ON
  }

  /** The words that come with Gatehouse. */
  PlainWords() {
    this(ResourceLines.of(PlainWords.class, "plain-words.txt"));
  }

  /**
   * Takes lists of words.
   *
   * @param lines each a kind, a space, and words with {@code |} between
   * @throws IllegalArgumentException for a word that is listed twice, and a kind that is none
   */
  PlainWords(List<String> lines) {
    for (String line : lines) {
      int space = line.indexOf(' ');
      Kind kind = Kind.valueOf(line.substring(0, space));
      for (String word : line.substring(space + 1).split("\\|", -1)) {
        add(kind, word);
      }
    }
    ends = List.copyOf(of(Kind.ENDS));
    held = List.copyOf(of(Kind.HOLDS));
  }

  private void add(Kind kind, String word) {
    boolean saidToo = kind == Kind.CODE && of(Kind.SAID).contains(word);
    if (saidToo || !words.computeIfAbsent(kind, _ -> new HashSet<>()).add(word)) {
      throw new IllegalArgumentException(kind + " has a word that was listed before: " + word);
    }
  }

  private Set<String> of(Kind kind) {
    return words.getOrDefault(kind, Set.of());
  }

  /** Whether a word is said of passwords, or names something else than one. */
  boolean isRemark(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return isListed(word)
        || (lower.length() >= LEAST_FOR_ENDS && ends.stream().anyMatch(lower::endsWith))
        || held.stream().anyMatch(lower::contains);
  }

  /** Whether a word itself is one that is said of passwords or stands for them in code. */
  boolean isListed(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return of(Kind.SAID).contains(lower) || of(Kind.CODE).contains(lower) || held.contains(lower);
  }

  /** Whether a statement may go on with it once the value is said. */
  boolean goesOn(String word) {
    return of(Kind.GOES_ON).contains(word.toLowerCase(Locale.ROOT));
  }

  /** Whether a variable is declared with it. */
  boolean isType(String word) {
    return of(Kind.TYPE).contains(word.toLowerCase(Locale.ROOT));
  }
}
