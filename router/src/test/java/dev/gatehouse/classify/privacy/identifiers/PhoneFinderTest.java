package dev.gatehouse.classify.privacy.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.privacy.PrivacyScans;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneFinderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+1 503 771 2046",
        "+44 20 7946 0958",
        "+49 (0)30 901820",
        "+33 6 12 34 56 78",
        "+91 98765 43210",
        "+81-90-1234-5678",
        "+55 11 98765-4321",
        "+48 602 771 394",
        "0049 30 901820",
        "001-518-640-0854",
        "(212) 664-7665",
        "212-664-7665",
        "212.664.7665",
        "1-800-356-9377",
        "(212)664-7665x0135",
        "020 7946 0958",
        "07911 203 688",
        "01524 883 217",
        "030 901820",
        "0171-1234567",
        "06 12 34 56 78",
        "06.12.34.56.78",
        "090-1234-5678",
        "03-1234-5678",
        "(11) 4706-6184",
        "(85) 98814-2270",
        "07911203688",
        "010-1234-5678",
        "0412 345 678",
        "347 881 2906"
      })
  void numbersInAPrintedFormAreFoundWithoutALabel(String number) {
    assertThat(PrivacyScans.valuesIn("Then there is " + number + ", again."))
        .contains("phone=" + number);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "phone (030) 1234 | (030) 1234",
        "Tel.: (04621) 33 21 09 | (04621) 33 21 09",
        "Tel.: (04621) 33 21 09 (office) | (04621) 33 21 09",
        "by phone (04621 332109) or mail | 04621 332109",
        "by phone (+49 221 90182736) or mail | +49 221 90182736",
        "phone: ((030) 1234567) | (030) 1234567",
        "phone 030 (901820) | 030 (901820)",
        "(phone 030 901820) | 030 901820",
        "phone: (555) 867-5309 ext. 12 | (555) 867-5309 ext. 12"
      })
  void aBracketIsOfTheNumberOnlyWithItsOther(String text, String number) {
    assertThat(PrivacyScans.valuesIn(text)).containsExactly("phone=" + number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tel. 4471 9028", "phone: 447 9028", "Handy 44719028", "téléphone: 44 71 90 28",
        "móvil 644918207", "cellulare 347 8812906", "telemóvel 912448073", "telefoon 71-902 28",
        "komórka 602771394", "電話番号は44-7190", "मोबाइल 98765 43210", "Fax 44 71 90",
        "4471 9028 office", "44719028-Fax", "call me on 644 918 207", "llámame al 644 918 207",
        "<mobile>44719028</mobile>", "\"tel\":\"447-19028\"", "전화 2123 4567"
      })
  void labelTellsThatANumberIsAPhone(String text) {
    assertThat(PrivacyScans.ofText(text))
        .extracting(found -> found.type())
        .contains(FindingType.PHONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1234567",
        "5551234567",
        "2024-01-17",
        "17.01.2024",
        "12:30:45",
        "1,234,567",
        "10.0.0.1",
        "978-3-16-148410-0",
        "0-306-40615-2",
        "51.5074, -0.1278",
        "1700000000",
        "644 918 207",
        "3.141.592",
        "0.123456789",
        "12-34-56",
        "2019-2020-2021",
        "100 200 300 400",
        "1 2 3 4 5 6 7 8",
        "0123456789",
        "v10.2.33-4567",
        "$212-664-7665",
        "4111-1111",
        "1990-1999",
        "22/7 = 3.142857",
        "(1234567)",
        "x+1234567",
        "12345678-1234",
        "000-000-0000",
        "(12) 345",
        "20240117T103045"
      })
  void otherNumbersAreNoPhones(String number) {
    assertThat(PrivacyScans.ofText("Then there is " + number + " again"))
        .extracting(found -> found.type())
        .doesNotContain(FindingType.PHONE);
  }
}
