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

  PlainWords() {
    for (String line : ResourceLines.of(PlainWords.class, "plain-words.txt")) {
      int space = line.indexOf(' ');
      words
          .computeIfAbsent(Kind.valueOf(line.substring(0, space)), _ -> new HashSet<>())
          .addAll(List.of(line.substring(space + 1).split("\\|", -1)));
    }
    ends = List.copyOf(of(Kind.ENDS));
    held = List.copyOf(of(Kind.HOLDS));
  }

  private Set<String> of(Kind kind) {
    return words.getOrDefault(kind, Set.of());
  }

  /** Whether a word is said of passwords, or names something else than one. */
  boolean isRemark(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return of(Kind.SAID).contains(lower)
        || of(Kind.CODE).contains(lower)
        || (lower.length() >= LEAST_FOR_ENDS && ends.stream().anyMatch(lower::endsWith))
        || held.stream().anyMatch(lower::contains);
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
