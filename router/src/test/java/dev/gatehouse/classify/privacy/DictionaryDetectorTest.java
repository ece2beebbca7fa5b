package dev.gatehouse.classify.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.classify.Finding;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DictionaryDetectorTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Project Grey Otter",
        "project-grey-otter",
        "PROJECT_GREY_OTTER",
        "projectGreyOtter",
        "ProjectGreyOtter",
        "GREYOTTER",
        "Kestrel",
        "Bäcker & Söhne",
        "BAECKER SOEHNE",
        "Backer-Sohne",
        "青い鷺計画"
      })
  void namesAreFoundHoweverTheyAreSpelt(String written) {
    assertThat(
            found(
                "about " + written + ", today",
                "Project Grey Otter",
                "kestrel",
                "Bäcker & Söhne",
                "青い鷺計画"))
        .containsExactly(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"kestrels", "Xkestrel", "kes trel9", "grey and otter", "Otter"})
  void partsOfOtherWordsAreNone(String written) {
    assertThat(found("about " + written + " today", "Project Grey Otter", "kestrel")).isEmpty();
  }

  @Test
  void wordsOfTwoCharactersAreFoundOnlyAsTheyAreWritten() {
    assertThat(found("ask EY, or ey, or hey", "EY")).containsExactly("EY");
  }

  @Test
  void tenThousandWordsAreFoundAmongOneAnother() {
    String[] words =
        IntStream.range(0, 10_000).mapToObj(i -> "Client" + i + "x").toArray(String[]::new);

    assertThat(found("client 77x and CLIENT9999X but client10000x", words))
        .containsExactly("client 77x", "CLIENT9999X");
  }

  private static List<String> found(String text, String... words) {
    Vocabulary vocabulary = new Vocabulary(List.of(words), List.of());
    return new LexicalPrivacyClassifier(ScanLimits.defaults(), vocabulary)
        .scan(PrivacyScans.parse("[\"" + text + "\"]")).findings().stream()
            .filter(finding -> finding.rule().equals("dictionary"))
            .map((Finding finding) -> PrivacyScans.covered(text, finding))
            .toList();
  }
}
