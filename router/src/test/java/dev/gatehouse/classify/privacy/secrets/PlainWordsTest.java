package dev.gatehouse.classify.privacy.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainWordsTest {
  private final PlainWords words = new PlainWords();

  @ParameterizedTest
  @ValueSource(
      strings = {"wrong", "Required", "abgelaufen", "caducada", "必須", "none", "split", "getpass"})
  void whatIsSaidOfPasswordsOrStandsInProgramsIsARemark(String word) {
    assertThat(words.isRemark(word)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"transmitted", "erreichbar", "userInput", "my_password_field"})
  void anEndingOrAPartOfAWordTellsToo(String word) {
    assertThat(words.isRemark(word)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sunflower", "riverbank", "hatred", "Sonnenblume", "himawari"})
  void aWordThatSomebodyMayChooseIsNone(String word) {
    assertThat(words.isRemark(word)).isFalse();
  }

  @Test
  void declarationsAndConjunctionsAreKnownInAnyCase() {
    assertThat(words.isType("String")).isTrue();
    assertThat(words.isType("export")).isFalse();
    assertThat(words.goesOn("AND")).isTrue();
    assertThat(words.goesOn("riverbank")).isFalse();
  }

  @Test
  void aWordThatIsListedTwiceIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PlainWords(List.of("SAID wrong|right", "SAID right")))
        .withMessageContaining("right");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PlainWords(List.of("SAID wrong", "CODE none|wrong")))
        .withMessageContaining("wrong");
  }

  @Test
  void aKindThatIsNoneIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PlainWords(List.of("MEANT wrong")))
        .withMessageContaining("MEANT");
  }
}
