package dev.gatehouse.redact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.classify.FindingType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where {@code kowalski} or {@code 123456} ends in the text without its separators. */
class WordEdgesTest {

  @ParameterizedTest
  @CsvSource({
    "ask kowalski now,kowalski",
    "kowalskis,kowalskis",
    "Kowalskiego,kowalskiego",
    "KowalskiGmbH,kowalski",
    "kowalski82,kowalski",
    "AnnaKowalski,kowalski",
    "pkowalski,kowalski"
  })
  void anUnmistakableNameEndsWithItsEndingOrWhereAnotherWordIsGluedToIt(String text, String found) {
    assertThat(found(text, new PrivateValue(FindingType.PERSON, "Kowalski"))).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({"kowalskistan", "xykowalski", "kowalskisch"})
  void aNameWithinAnotherWordIsNone(String text) {
    assertThat(found(text, new PrivateValue(FindingType.PERSON, "Kowalski"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Kowalskis", "KowalskiGmbH", "pkowalski"})
  void anOrganizationStandsAsAWholeWordAlone(String text) {
    assertThat(found(text, new PrivateValue(FindingType.ORGANIZATION, "Kowalski"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"no123456,123456", "123456x,123456", "0123456,''", "12 34 56,123456"})
  void aLongRunOfDigitsEndsAtLettersAndNotAtDigits(String text, String found) {
    assertThat(found(text, new PrivateValue(FindingType.EMPLOYEE_ID, "123456"))).isEqualTo(found);
  }

  private static String found(String text, PrivateValue value) {
    WordEdges edges = WordEdges.of(text);
    String plain = edges.plain().characters();
    String looked = CompactText.of(value.text()).characters();
    int start = plain.indexOf(looked);
    int end = edges.mayBegin(start) ? edges.end(value, start, start + looked.length()) : 0;
    return end == 0 ? "" : plain.substring(start, end);
  }
}
