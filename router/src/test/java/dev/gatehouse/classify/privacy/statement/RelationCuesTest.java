package dev.gatehouse.classify.privacy.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.classify.privacy.context.Context;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.ResourceLines;
import dev.gatehouse.classify.privacy.text.Surroundings;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelationCuesTest {

  /** Each line of relatives is of one language. */
  @Test
  void whoIsKinToTheContextIsKinToAStatement() {
    List<String> kin =
        ResourceLines.of(Context.class, "cues.txt").stream()
            .filter(line -> line.startsWith("KIN "))
            .map(line -> line.substring(4))
            .toList();

    assertThat(kin).hasSizeGreaterThanOrEqualTo(Language.values().length);
    assertThat(kin).allSatisfy(RelationCuesTest::isKnownToALanguage);
  }

  private static void isKnownToALanguage(String words) {
    assertThat(Language.values())
        .anySatisfy(language -> assertThat(unknown(words, language)).isEmpty());
  }

  private static List<String> unknown(String words, Language language) {
    Phrases relations = PhraseFile.one("cues", language, kind -> kind.equals("RELATION") ? 1 : 0);
    return Arrays.stream(words.split(" ", -1))
        .filter(word -> relations.in(NormalizedText.of(word, Surroundings.NONE)).isEmpty())
        .toList();
  }
}
