package dev.gatehouse.classify.privacy.secrets;

import dev.gatehouse.classify.privacy.text.ResourceLines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What sentences call secrets, in ten languages and more: {@code secret-nouns.txt}. */
final class SecretNouns {

  /** What kind of value follows a noun. */
  enum Kind {
    CHOSEN,
    /** Chosen, and the noun means nothing else, so that a plain word may be the value. */
    PASSWORD,
    /** A password's noun with the word that says that the value follows. */
    STATED,
    CODE,
    GENERATED,
    /** A row of words from which a wallet's key is made (BIP 39). */
    PHRASE
  }

  /** What a word between a noun and its value, or behind that, is for. */
  private enum Use {
    FILLER,
    GIVES,
    KEEPS,
    CLOSES
  }

  private static final Set<String> USES =
      Arrays.stream(Use.values()).map(Use::name).collect(Collectors.toUnmodifiableSet());

  private final List<String> nouns = new ArrayList<>();
  private final List<Kind> kinds = new ArrayList<>();
  private final Map<Use, Set<String>> words = new EnumMap<>(Use.class);
  private final KeywordAutomaton automaton;

  SecretNouns() {
    for (String line : ResourceLines.of(SecretNouns.class, "secret-nouns.txt")) {
      int space = line.indexOf(' ');
      String name = line.substring(0, space);
      List<String> listed = Arrays.asList(line.substring(space + 1).split("\\|", -1));
      if (USES.contains(name)) {
        words.computeIfAbsent(Use.valueOf(name), _ -> new HashSet<>()).addAll(listed);
      } else {
        nouns.addAll(listed);
        listed.forEach(_ -> kinds.add(Kind.valueOf(name)));
      }
    }
    automaton = new KeywordAutomaton(nouns);
  }

  KeywordAutomaton automaton() {
    return automaton;
  }

  Kind kind(int noun) {
    return kinds.get(noun);
  }

  int length(int noun) {
    return nouns.get(noun).length();
  }

  /** Whether a word may stand between a noun and its value. */
  boolean isFiller(String word) {
    return is(Use.FILLER, word);
  }

  /** Whether a filler says that the value follows: "is". */
  boolean gives(String word) {
    return is(Use.GIVES, word);
  }

  /** Whether a filler may stand between that and the value. */
  boolean keeps(String word) {
    return is(Use.KEEPS, word);
  }

  /** Whether a word behind the value says that it was the value, as verbs do that come last. */
  boolean closes(String word) {
    return is(Use.CLOSES, word);
  }

  private boolean is(Use use, String word) {
    return words.getOrDefault(use, Set.of()).contains(word);
  }
}
