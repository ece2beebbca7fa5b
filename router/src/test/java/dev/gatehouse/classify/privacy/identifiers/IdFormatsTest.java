package dev.gatehouse.classify.privacy.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.classify.privacy.PrivacyScans;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdFormatsTest {

  /** Examples that the issuers or the standards print. */
  @ParameterizedTest
  @CsvSource({
    "us-ssn, 219-09-9998",
    "us-mbi, 1EG4-TE5-MK73",
    "ca-sin, 130-692-544",
    "mx-curp, HEGG560427MVZRRL04",
    "br-cpf, 529.982.247-25",
    "br-cnpj, 11.222.333/0001-81",
    "uk-nino, AB123456C",
    "uk-nino, AB 12 34 56 C",
    "uk-driving-licence, MORGA657054SM9IJ",
    "uk-plate, LK19 ZXC",
    "de-tax-id, 86 095 742 719",
    "de-pension-number, 15070649C103",
    "ch-ahv, 756.9217.0769.85",
    "fr-nir, 255081416802538",
    "fr-nir, 2 55 08 14 168 025 38",
    "es-dni, 12345678Z",
    "es-nie, X1234567L",
    "it-codice-fiscale, RSSMRA85T10A562S",
    "se-personnummer, 811218-9876",
    "fi-henkilotunnus, 131052-308T",
    "be-national-number, 85.07.30-033.28",
    "cz-rodne-cislo, 736028/5163",
    "kr-rrn, 900412-2063118",
    "cn-resident-id, 11010519491231002X",
    "in-pan, BNZPM2501F",
    "in-gstin, 27AAPFU0939F1ZV",
    "sg-nric, S1234567D",
    "au-abn, 51 824 753 556",
    "vin, 1M8GDM9AXKP042788",
    "crypto-wallet, 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
    "crypto-wallet, bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
    "crypto-wallet, 0x52908400098527886E0F7030069857D2E4169EE7",
    "mrz, P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
    "mrz, L898902C36UTO7408122F1204159ZE184226B<<<<<10"
  })
  void distinctiveFormsCountWithoutALabel(String rule, String value) {
    assertThat(PrivacyScans.valuesIn("Was heißt " + value + " hier?")).contains(rule + "=" + value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "000-12-3456",
        "666-12-3456",
        "123-00-4567",
        "123-45-0000",
        "130-692-545",
        "529.982.247-26",
        "11.222.333/0001-82",
        "DQ123456C",
        "AB123456E",
        "86 095 742 718",
        "15070649C104",
        "756.9217.0769.86",
        "255081416802539",
        "12345678Y",
        "X1234567M",
        "811218-9877",
        "131052-308U",
        "85.07.30-033.29",
        "901412-2063118",
        "11010519491231002Y",
        "S1234567E",
        "51 824 753 558",
        "1M8GDM9A1KP042788",
        "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5",
        "0x0000000000000000000000000000000000000000"
      })
  void wrongCheckDigitOrRangeIsNone(String value) {
    assertThat(PrivacyScans.ofText("Was heißt " + value + " hier?"))
        .noneMatch(PrivateFindings::isPersonal);
  }

  @Test
  void everyCpfWithRightCheckDigitsIsFound() {
    Random random = new Random(5);

    List<String> numbers = IntStream.range(0, 50).mapToObj(_ -> cpf(random)).toList();

    assertThat(numbers)
        .allSatisfy(each -> assertThat(PrivacyScans.valuesIn(each)).contains("br-cpf=" + each));
  }

  @Test
  void everySpanishNumberWithItsLetterIsFound() {
    Random random = new Random(6);

    List<String> numbers = IntStream.range(0, 50).mapToObj(_ -> dni(random)).toList();

    assertThat(numbers)
        .allSatisfy(each -> assertThat(PrivacyScans.valuesIn(each)).contains("es-dni=" + each));
  }

  @Test
  void everyAadhaarInItsPrintedGroupsIsFound() {
    Random random = new Random(7);

    List<String> numbers = IntStream.range(0, 50).mapToObj(_ -> aadhaar(random)).toList();

    assertThat(numbers)
        .allSatisfy(each -> assertThat(PrivacyScans.valuesIn(each)).contains("in-aadhaar=" + each));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order 4471-9028-11",
        "ISBN 978-3-16-148410-0",
        "ISBN 0-306-40615-2",
        "ISSN 2049-3630",
        "v1.22.333-rc4",
        "build 20240117.4",
        "1700000000",
        "1712345678901",
        "pi is 3.14159265358979",
        "the team won 3-2, then 21-19, 21-17",
        "EUR 1.234.567,89",
        "1,234,567.89",
        "1 234 567",
        "int x = 0x7fffffff;",
        "#ff8800",
        "9f86d081884c7d659a2feaa0c55ad015",
        "550e8400-e29b-41d4-a716-446655440000",
        "range 100-200-300",
        "12 x 34 = 408",
        "RFC 3986 section 3.2.1",
        "room 12A34",
        "flight LH 1234 at 10:45",
        "ISO 9001:2015",
        "10000000",
        "16777216",
        "2147483647",
        "a = [1, 2, 3, 4, 5, 6, 7, 8, 9]",
        "1.0.0.1-SNAPSHOT",
        "50-60 % of 1990-2000",
        "pages 118-126",
        "2^31 - 1",
        "Boeing 747-400",
        "f(x) = 1234567 * x + 890",
        "49.99 USD",
        "1/2 + 3/4",
        "100 000 km",
        "10-4",
        "24/7",
        "SHA 2fd4e1c67a2d28fced849ee1bb76e7391b93eb12",
        "node_modules/lodash@4.17.21",
        "for i in range(1000000000):",
        "MAX = 9007199254740991",
        "port 8080",
        "12345",
        "0000000000",
        "matrix 3x3 [[1 0 0] [0 1 0] [0 0 1]]",
        "1e10 and 6.02e23",
        "Q3 2024 up 12.5 %"
      })
  void lookAlikesAreNone(String text) {
    assertThat(PrivacyScans.ofText(text)).noneMatch(PrivateFindings::isPersonal);
  }

  private static String cpf(Random random) {
    String base = digits(random, 9);
    int first = CheckDigits.weighed(base, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10;
    int second = CheckDigits.weighed(base + first, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10;
    return base.replaceAll("(...)(...)(...)", "$1.$2.$3-") + first + second;
  }

  private static String dni(Random random) {
    String digits = digits(random, 8);
    return digits + "TRWAGMYFPDXBNJZSQVHLCKE".charAt(Integer.parseInt(digits) % 23);
  }

  private static String aadhaar(Random random) {
    String base = (2 + random.nextInt(8)) + digits(random, 10);
    String whole =
        IntStream.range(0, 10)
            .mapToObj(check -> base + check)
            .filter(CheckDigits::verhoeff)
            .findFirst()
            .orElseThrow();
    return whole.replaceAll("(....)(....)(....)", "$1 $2 $3");
  }

  private static String digits(Random random, int count) {
    return random.ints(count, 0, 10).mapToObj(Integer::toString).reduce("", String::concat);
  }
}
