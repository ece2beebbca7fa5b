package dev.gatehouse.classify.privacy.finance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.classify.privacy.statement.Sentences;
import dev.gatehouse.classify.privacy.text.Surroundings;
import java.util.List;
import org.junit.jupiter.api.Test;

class FinanceDetectorTest {

  private final FinanceDetector detector = new FinanceDetector();

  @Test
  void sumsOfAPersonAreFoundInTenLanguages() {
    List<String> said = Sentences.of(FinanceDetectorTest.class, '+');

    assertThat(said).hasSizeGreaterThanOrEqualTo(30);
    assertThat(said).allMatch(sentence -> Sentences.isFound(detector, sentence));
  }

  @Test
  void pricesCompaniesAndWordProblemsAreNot() {
    List<String> said = Sentences.of(FinanceDetectorTest.class, '-');

    assertThat(said).hasSizeGreaterThanOrEqualTo(30);
    assertThat(said).noneMatch(sentence -> Sentences.isFound(detector, sentence));
  }

  @Test
  void theAmountIsReportedWithItsWord() {
    assertThat(inText("My salary is $91,250 and I owe 14k to my uncle."))
        .containsExactly("salary is $91,250", "owe 14k");
  }

  @Test
  void aColumnOfPayBesideNamesIsFoundCellByCell() {
    assertThat(inText("name,team,salary\nA. Brandt,core,71000\nB. Oduya,core,69500\n"))
        .containsExactly("71000", "69500");
  }

  @Test
  void aNumberUnderAPayKeyIsFound() {
    assertThat(Sentences.values(detector, "71000", Surroundings.of("net_pay"))).isNotEmpty();
    assertThat(Sentences.values(detector, "71000", Surroundings.of("population"))).isEmpty();
  }

  @Test
  void aBalanceIsSomebodysBesideAPersonOnly() {
    Surroundings person = new Surroundings("balance", List.of("customer_name", "balance"));
    Surroundings scale = new Surroundings("balance", List.of("left", "right", "balance"));

    assertThat(Sentences.values(detector, "1204.87", person)).isNotEmpty();
    assertThat(Sentences.values(detector, "1204.87", scale)).isEmpty();
  }

  @Test
  void aYearOrASmallCountIsNoSum() {
    assertThat(inText("My pension plan has 2 parts.")).isEmpty();
  }

  private List<String> inText(String text) {
    return Sentences.values(detector, text, Surroundings.NONE);
  }
}
