package dev.gatehouse.classify.privacy.secrets;

import dev.gatehouse.classify.privacy.text.ResourceLines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What sentences call secrets, in ten languages and more: {@code secret-nouns.txt}. */
final class SecretNouns {

  /** What kind of value follows a noun. */
  enum Kind {
    CHOSEN,
    CODE,
    GENERATED,
    /** A row of words from which a wallet's key is made (BIP 39). */
    PHRASE
  }

  private static final String FILLER = "FILLER ";

  private final List<String> nouns = new ArrayList<>();
  private final List<Kind> kinds = new ArrayList<>();
  private final Set<String> fillers = new HashSet<>();
  private final KeywordAutomaton automaton;

  SecretNouns() {
    for (String line : ResourceLines.of(SecretNouns.class, "secret-nouns.txt")) {
      int space = line.indexOf(' ');
      List<String> words = Arrays.asList(line.substring(space + 1).split("\\|", -1));
      if (line.startsWith(FILLER)) {
        fillers.addAll(words);
      } else {
        nouns.addAll(words);
        words.forEach(_ -> kinds.add(Kind.valueOf(line.substring(0, space))));
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
    return fillers.contains(word);
  }
}
