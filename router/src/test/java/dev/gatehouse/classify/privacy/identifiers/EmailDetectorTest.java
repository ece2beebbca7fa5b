package dev.gatehouse.classify.privacy.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.classify.privacy.PrivacyScans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailDetectorTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "user@example.com",
        "margaret.holloway@contoso.com",
        "a+b_c%d@mail.co.uk",
        "o'neil@example.ie",
        "jürgen@müller.de",
        "иван@почта.рф",
        "user@xn--80ak6aa92e.xn--p1ai",
        "tnkosi@corp.example",
        "m.h@a-b.example",
        "mаrgaret＠contoso.com",
        "marg\u200baret@contoso.com"
      })
  void addressesOfEveryScriptAreFound(String address) {
    String text = "😀 write to <" + address + ">.";

    var values = PrivacyScans.valuesIn(text);

    assertThat(values).containsExactly("email=" + address);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "請寄到bob@example.com謝謝 | bob@example.com",
        "メールはbob@example.comです | bob@example.com",
        "메일 bob@example.com으로 | bob@example.com",
        "mailto:bob@example.com?subject=x | bob@example.com",
        "?email=bob@example.com&b=1 | bob@example.com",
        "bob@example.com. | bob@example.com",
        "'bob@example.com' | bob@example.com",
        "https://bob@example.com/x | bob@example.com"
      })
  void theSentenceAroundIsNotPartOfTheAddress(String text, String address) {
    var values = PrivacyScans.valuesIn(text);

    assertThat(values)
        .filteredOn(value -> value.startsWith("email"))
        .containsExactly("email=" + address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Override public void x()",
        "meet me @ noon.",
        "a@b",
        "lodash@4.17.21",
        "git@github.com:owner/repository.git",
        "user@10.2.3.4",
        "@handle.name",
        "x@y.z"
      })
  void otherUsesOfTheSignAreNoAddresses(String text) {
    var values = PrivacyScans.valuesIn(text);

    assertThat(values).noneMatch(value -> value.startsWith("email"));
  }

  @Test
  void everyAddressOfAListIsFound() {
    var values = PrivacyScans.valuesIn("a@example.com,b@example.com;\"c d\"@example.com");

    assertThat(values)
        .containsExactly("email=a@example.com", "email=b@example.com", "email=\"c d\"@example.com");
  }

  @ParameterizedTest
  @ValueSource(strings = {"noreply@anthropic.com", "No-Reply@shop.example", "do-not-reply@a.org"})
  void addressThatNobodyReadsIsNobodys(String address) {
    assertThat(PrivacyScans.valuesIn("Co-Authored-By: Bot <" + address + ">"))
        .containsExactly("email-unread=" + address);
  }
}
