package dev.gatehouse.classify.privacy.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.classify.privacy.PrivacyScans;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IbanDetectorTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DE89370400440532013000",
        "DE89 3704 0044 0532 0130 00",
        "de89 3704 0044 0532 0130 00",
        "GB29 NWBK 6016 1331 9268 19",
        "FR14 2004 1010 0505 0001 3M02 606",
        "NO93 8601 1117 947",
        "MT84MALT011000012345MTLCAST001S",
        "CH93-0076-2011-6238-5295-7",
        "SA03 8000 0000 6080 1016 7519",
        "ＤＥ８９ ３７０４ ００４４ ０５３２ ０１３０ ００"
      })
  void accountNumbersAreFoundInEveryForm(String iban) {
    String text = "Überweisung 🏦 an " + iban + " und danke";

    var values = PrivacyScans.valuesIn(text);

    assertThat(values).containsExactly("iban-mod97=" + iban);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DE88370400440532013000",
        "DE89 3704 0044 0532 0130",
        "DE89 3704 0044 0532 0130 001",
        "XX89 3704 0044 0532 0130 00",
        "ADE89370400440532013000",
        "DE89"
      })
  void wrongCheckDigitsLengthsAndCountriesAreNoAccountNumbers(String text) {
    var values = PrivacyScans.valuesIn(text);

    assertThat(values).isEmpty();
  }
}
