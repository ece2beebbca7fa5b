package dev.gatehouse.classify.privacy.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.classify.privacy.PrivacyScans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardDetectorTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4111111111111111",
        "4111 1111 1111 1111",
        "4111-1111-1111-1111",
        "4111.1111.1111.1111",
        "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
        "41 11 11 11 11 11 11 11",
        "5555555555554444",
        "2223 0031 2200 3222",
        "378282246310005",
        "3782 822463 10005",
        "3056 9309 0259 04",
        "6011111111111117",
        "3530111333300000",
        "6200000000000005",
        "2200 0000 0000 0004",
        "4222222222222"
      })
  void cardsOfEveryNetworkAndFormAreFound(String card) {
    String text = "pay with " + card + ", please";

    var values = PrivacyScans.valuesIn(text);

    assertThat(values).containsExactly("card-luhn=" + card);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "４１１１　１１１１　１１１１　１１１１",
        "٤١١١١١١١١١١١١١١١",
        "४१११ ११११ ११११ ११११",
        "4111\u200b1111\u200b1111\u200b1111",
        "4111\u00a01111\u00a01111\u00a01111",
        "4111–1111–1111–1111",
        "𝟒𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏"
      })
  void otherScriptsDigitsAndInvisibleCharactersHideNothing(String card) {
    String text = "😀 卡号" + card + "，谢谢";

    var values = PrivacyScans.valuesIn(text);

    assertThat(values).containsExactly("card-luhn=" + card);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Karte 4111111111111111 gültig 12/27",
        "номер карты: 4111111111111111.",
        "カード番号は4111111111111111です",
        "PAN4111111111111111",
        "<pan>4111111111111111</pan>",
        "order-4111111111111111",
        "4111111111111111 12 27 123",
        "2024 4111 1111 1111 1111 123"
      })
  void whatStandsBesideACardDoesNotHideIt(String text) {
    var values = PrivacyScans.valuesIn(text);

    assertThat(values)
        .singleElement()
        .satisfies(value -> assertThat(value.replace(" ", "")).contains("4111111111111111"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4111111111111112",
        "1234567890123452",
        "0000000000000000",
        "94111111111111111",
        "41111111111111111111111",
        "550e8400-e29b-41d4-a716-446655440000",
        "deadbeef4111111111111111cafe",
        "0.4111111111111111",
        "1767225600000 1767225600123",
        "2019 2020 2021 2022 2023 2024",
        "+49 170 1234567, +44 20 7946 0958",
        "3.14159265358979323846"
      })
  void otherNumbersAreNoCards(String text) {
    var values = PrivacyScans.valuesIn(text);

    assertThat(values).noneMatch(value -> value.startsWith("card"));
  }

  @Test
  void aCardAcrossTheEndOfALongRunOfGroupsIsFound() {
    String text = "1234 ".repeat(62) + "4111 1111 1111 1111";

    var values = PrivacyScans.valuesIn(text);

    assertThat(values).contains("card-luhn=4111 1111 1111 1111");
  }
}
