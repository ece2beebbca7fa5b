package dev.gatehouse.redact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.classify.FindingType;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenFormTest {

  @ParameterizedTest
  @CsvSource({
    "EMAIL, ann@x.test, x[0-9a-z]{12}@mail\\.example",
    "PHONE, +49 170 1234567, \\+49-\\d{3}-\\d{7}",
    "PHONE, +1 (202) 555-0143, \\+1-\\d{3}-\\d{3}-\\d{4}",
    "PHONE, 030 1234567, 0\\d{2}-\\d{7}",
    "PHONE, ext. 12, Phone[0-9A-Z]{8}",
    "IP_ADDRESS, 93.184.216.34, 24\\d\\.\\d+\\.\\d+\\.\\d+|25[0-4]\\.\\d+\\.\\d+\\.\\d+",
    "IP_ADDRESS, 2a00:1450::8, 2001:db8(:[0-9a-f]{4}){6}",
    "MAC_ADDRESS, 3C-22-FB-01-02-03, 02(-[0-9a-f]{2}){5}",
    "DATE_OF_BIRTH, 1985-03-12, [2-9]\\d{3}-(0[1-9]|1[0-2])-(0[1-9]|1[0-2])",
    "DATE_OF_BIRTH, 12.3.1985, (0[1-9]|1[0-2])\\.[1-9]\\.[2-9]\\d{3}",
    "DATE, 12/03/1985, \\d{2}-\\d{2}-[2-9]\\d{3}",
    "DATE, 12.03.85, Date[0-9A-Z]{8}",
    "DATE, 'March 12, 1985', Date[0-9A-Z]{8}",
    "PERSON, Anna Meyer, Person[0-9A-Z]{8}",
    "ORGANIZATION, Kern & Roth, Org[0-9A-Z]{8}",
    "NATIONAL_ID, 123-45-6789, Id[0-9A-Z]{8}",
  })
  void tokenIsValidWhereItsValueMustBe(FindingType type, String value, String form) {
    for (int i = 0; i < 50; i++) {
      assertThat(token(type, value, i)).matches(form);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"4012888888881881", "3782 822463 10005", "5555-5555-5555-4444"})
  void cardsKeepNetworkAndLengthAndTheirCheckDigitHolds(String card) {
    for (int i = 0; i < 50; i++) {
      String digits = token(FindingType.CREDIT_CARD, card, i).replace("-", "");

      assertThat(digits).hasSameSizeAs(card.replaceAll("\\D", "")).startsWith(card.substring(0, 1));
      assertThat(luhn(digits)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"DE89 3704 0044 0532 0130 00", "GB29NWBK60161331926819"})
  void accountNumbersKeepCountryAndLengthAndTheirCheckDigitsHold(String iban) {
    String plain = iban.replace(" ", "");
    for (int i = 0; i < 50; i++) {
      String token = token(FindingType.IBAN, iban, i);

      assertThat(token).hasSameSizeAs(plain).startsWith(plain.substring(0, 2));
      assertThat(remainder(token)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(FindingType.class)
  void noTokenIsEscapedByAnyEncoder(FindingType type) {
    assertThat(token(type, "\u00e4 \"b\" <c> & d/e", 1)).matches("[A-Za-z0-9@.:+-]+");
  }

  @Test
  void yearsAreNoneOfRealDates() {
    for (int i = 0; i < 500; i++) {
      int year = Integer.parseInt(token(FindingType.DATE, "1985-03-12", i).substring(0, 4));
      assertThat(year).isBetween(2600, 9999);
    }
  }

  private static String token(FindingType type, String value, int seed) {
    byte[] digest = RedactorTest.key(1).digest(type.name(), value, Integer.toString(seed));
    return TokenForm.of(new PrivateValue(type, value), new Draw(digest));
  }

  private static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      sum += i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
    }
    return sum % 10 == 0;
  }

  private static int remainder(String iban) {
    StringBuilder digits = new StringBuilder();
    (iban.substring(4) + iban.substring(0, 4))
        .chars()
        .forEach(each -> digits.append(Character.digit(each, 36)));
    return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue();
  }
}
