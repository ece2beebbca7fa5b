package dev.gatehouse.classify.privacy.identifiers;

import static dev.gatehouse.classify.privacy.identifiers.CheckDigits.digit;
import static dev.gatehouse.classify.privacy.identifiers.CheckDigits.number;
import static dev.gatehouse.classify.privacy.identifiers.CheckDigits.remainder;
import static dev.gatehouse.classify.privacy.identifiers.CheckDigits.weighed;

import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.privacy.text.Rule;
import dev.gatehouse.config.PrivacyClass;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The identifiers that count without a label: a distinctive form with a strong check, or the
 * country's printed grouping with any. Rules are the issuers' published ones. Bare runs of digits
 * with one check digit are not here: one in ten of all numbers would pass.
 */
final class IdFormats {

  private static final Set<String> STATES =
      Set.of(
          ("AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ"
                  + " NM NY NC ND OH OK OR PA PR RI SC SD TN TX UT VT VA WA WV WI WY AA AE AP")
              .split(" "));

  private IdFormats() {}

  /** All of them. */
  static List<IdFormat> all() {
    return Stream.of(
            american(), british(), german(), romance(), northern(), eastern(), asian(), places())
        .flatMap(List::stream)
        .toList();
  }

  private static List<IdFormat> american() {
    return List.of(
        national("us-ssn", IdFormats::isSsn, "999-99-9999"),
        health(
            "us-mbi",
            IdFormats::isMbi,
            "9AA9-AA9-AA99",
            "9A99-AA9-AA99",
            "9A99AA9AA99",
            "9AA9AA9AA99"),
        national("ca-sin", id -> id.charAt(0) != '0' && CheckDigits.luhn(id), "999-999-999"),
        national(
            "mx-curp",
            id -> CheckDigits.isYearMonthDay(id, 4),
            "AAAA999999AAAAAA99",
            "AAAA999999AAAAAAA9"),
        national("br-cpf", IdFormats::isCpf, "999.999.999-99"),
        tax("br-cnpj", IdFormats::isCnpj, "99.999.999/9999-99", "99999999/9999-99"));
  }

  private static List<IdFormat> british() {
    return List.of(
        national(
            "uk-nino",
            IdFormats::isNino,
            "AA999999A",
            "AA 99 99 99 A",
            "AA 999999 A",
            "AA-99-99-99-A"),
        new IdFormat(
            new Rule(FindingType.DRIVING_LICENCE, "uk-driving-licence", PrivacyClass.PERSONAL),
            List.of("AAAAA999999AA9AA", "AAAA9999999AA9AA", "AAAAA999999A99AA", "AAAAA999999AAAAA"),
            id -> (number(id, 6) % 50) >= 1 && (number(id, 6) % 50) <= 12),
        new IdFormat(
            new Rule(FindingType.VEHICLE, "uk-plate", PrivacyClass.PERSONAL),
            List.of("AA99 AAA"),
            id -> number(id, 2) >= 1 && number(id, 2) % 50 <= 30));
  }

  private static List<IdFormat> german() {
    return List.of(
        tax("de-tax-id", id -> id.charAt(0) != '0' && CheckDigits.mod11And10(id), "99 999 999 999"),
        national(
            "de-pension-number", IdFormats::isPensionNumber, "99999999A999", "99 999999 A 999"),
        national(
            "ch-ahv",
            id -> id.startsWith("756") && CheckDigits.ean13(id),
            "999.9999.9999.99",
            "9999999999999"));
  }

  private static List<IdFormat> romance() {
    return List.of(
        national(
            "fr-nir",
            IdFormats::isNir,
            "999999999999999",
            "9 99 99 99 999 999 99",
            "9 99 99 99 999 999 / 99"),
        national(
            "es-dni",
            id -> letterIs(id, Integer.parseInt(id, 0, 8, 10)),
            "99999999A",
            "99999999-A",
            "99.999.999-A",
            "99.999.999A"),
        national("es-nie", IdFormats::isNie, "A9999999A", "A-9999999-A", "A9999999-A"),
        national(
            "it-codice-fiscale",
            id -> "ABCDEHLMPRST".indexOf(id.charAt(8)) >= 0,
            "AAAAAA99A99A999A",
            "AAA AAA 99A99 A999A"));
  }

  private static List<IdFormat> northern() {
    return List.of(
        national("se-personnummer", IdFormats::isPersonnummer, "999999-9999", "99999999-9999"),
        national(
            "fi-henkilotunnus",
            IdFormats::isHenkilotunnus,
            "999999-999A",
            "999999A999A",
            "999999-9999",
            "999999A9999"),
        national("be-national-number", IdFormats::isBelgian, "99.99.99-999.99", "99.99.99-999-99"));
  }

  private static List<IdFormat> eastern() {
    return List.of(
        national(
            "cz-rodne-cislo",
            id -> remainder(id, 11) == 0 && number(id, 2) % 50 % 20 <= 12,
            "999999/9999"),
        national(
            "kr-rrn",
            id -> CheckDigits.isYearMonthDay(id, 0) && "12345678".indexOf(id.charAt(6)) >= 0,
            "999999-9999999"),
        national(
            "cn-resident-id", IdFormats::isChinese, "999999999999999999", "99999999999999999A"));
  }

  private static List<IdFormat> asian() {
    return List.of(
        national(
            "in-aadhaar",
            id -> id.charAt(0) >= '2' && !CheckDigits.isMonotone(id) && CheckDigits.verhoeff(id),
            "9999 9999 9999",
            "9999-9999-9999"),
        tax("in-pan", id -> "ABCFGHJLPT".indexOf(id.charAt(3)) >= 0, "AAAAA9999A"),
        tax(
            "in-gstin",
            id -> number(id, 0) >= 1 && number(id, 0) <= 38 && id.charAt(13) == 'Z',
            "99AAAAA9999A9A9",
            "99AAAAA9999A9AA"),
        national("sg-nric", IdFormats::isNric, "A9999999A"),
        tax("au-abn", IdFormats::isAbn, "99 999 999 999"));
  }

  private static List<IdFormat> places() {
    Rule postcode = new Rule(FindingType.ADDRESS, "postcode", PrivacyClass.INTERNAL);
    return List.of(
        new IdFormat(
            postcode,
            List.of("A9 9AA", "A99 9AA", "AA9 9AA", "AA99 9AA", "A9A 9AA", "AA9A 9AA"),
            _ -> true),
        new IdFormat(postcode, List.of("A9A 9A9"), id -> "DFIOQUWZ".indexOf(id.charAt(0)) < 0),
        new IdFormat(
            postcode,
            List.of("AA 99999", "AA 99999-9999"),
            id -> STATES.contains(id.substring(0, 2))),
        new IdFormat(
            postcode,
            List.of("9999 AA"),
            id ->
                id.charAt(0) != '0'
                    && !Set.of(
                            "AM", "PM", "BC", "AD", "KB", "MB", "GB", "TB", "MW", "KW", "HP", "CC",
                            "CM", "MM", "KM", "KG")
                        .contains(id.substring(4))));
  }

  /** SSA: no area 000, 666 or 9xx (but IRS's ITIN 9xx), no group 00, no serial 0000. */
  static boolean isSsn(String id) {
    boolean taxpayer = id.charAt(0) == '9' && number(id, 3) >= 50;
    boolean area = !id.startsWith("000") && !id.startsWith("666") && id.charAt(0) != '9';
    return (area || taxpayer) && number(id, 3) > 0 && !id.endsWith("0000");
  }

  /** CMS: letters other than S, L, O, I, B and Z. */
  private static boolean isMbi(String id) {
    return id.charAt(0) != '0' && id.chars().noneMatch(c -> "SLOIBZ".indexOf(c) >= 0);
  }

  /** HMRC NIM39110: letters that are not given, suffix A to D. */
  static boolean isNino(String id) {
    return "DFIQUV".indexOf(id.charAt(0)) < 0
        && "DFIOQUV".indexOf(id.charAt(1)) < 0
        && id.charAt(8) <= 'D'
        && !Set.of("BG", "GB", "KN", "NK", "NT", "TN", "ZZ").contains(id.substring(0, 2));
  }

  static boolean isCpf(String id) {
    int first = weighed(id, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10;
    int second = weighed(id, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10;
    return !CheckDigits.isMonotone(id) && first == digit(id, 9) && second == digit(id, 10);
  }

  static boolean isCnpj(String id) {
    int first = weighed(id, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
    int second = weighed(id, 6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
    return digit(id, 12) == (first < 2 ? 0 : 11 - first)
        && digit(id, 13) == (second < 2 ? 0 : 11 - second)
        && !CheckDigits.isMonotone(id);
  }

  /** Deutsche Rentenversicherung: area, birth date, letter, serial, check digit. */
  static boolean isPensionNumber(String id) {
    String digits = id.substring(0, 8) + "%02d".formatted(id.charAt(8) - 'A' + 1) + id.substring(9);
    int[] weights = {2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1};
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      int product = digit(digits, i) * weights[i];
      sum += product / 10 + product % 10;
    }
    return sum % 10 == digit(digits, 12)
        && CheckDigits.isMonthDay(number(id, 4), number(id, 2) % 50);
  }

  /** INSEE: sex, month, and the key, 97 less the rest's remainder. */
  static boolean isNir(String id) {
    int month = number(id, 3);
    return "123478".indexOf(id.charAt(0)) >= 0
        && ((month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50)
        && 97 - remainder(id.substring(0, 13), 97) == number(id, 13);
  }

  private static boolean letterIs(String id, int number) {
    return "TRWAGMYFPDXBNJZSQVHLCKE".charAt(number % 23) == id.charAt(8);
  }

  static boolean isNie(String id) {
    int kind = "XYZ".indexOf(id.charAt(0));
    return kind >= 0 && letterIs(id, kind * 10_000_000 + Integer.parseInt(id, 1, 8, 10));
  }

  static boolean isPersonnummer(String id) {
    String ten = id.substring(id.length() - 10);
    return CheckDigits.isYearMonthDay(ten, 0) && CheckDigits.luhn(ten);
  }

  static boolean isHenkilotunnus(String id) {
    int mark = id.length() - 1;
    String digits = id.substring(0, 6) + id.substring(mark - 3, mark);
    char expected = "0123456789ABCDEFHJKLMNPRSTUVWXY".charAt(remainder(digits, 31));
    return CheckDigits.isDayMonth(id, 0) && expected == id.charAt(mark);
  }

  static boolean isBelgian(String id) {
    int check = number(id, 9);
    String rest = id.substring(0, 9);
    return 97 - remainder(rest, 97) == check || 97 - remainder("2" + rest, 97) == check;
  }

  /** GB 11643: place, date of birth, serial, ISO 7064 mod 11-2. */
  static boolean isChinese(String id) {
    int sum = weighed(id, 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2);
    return "10X98765432".charAt(sum % 11) == id.charAt(17) && CheckDigits.isYearMonthDay(id, 8);
  }

  static boolean isNric(String id) {
    int sum = weighed(id.substring(1), 2, 7, 6, 5, 4, 3, 2);
    return switch (id.charAt(0)) {
      case 'S' -> "JZIHGFEDCBA".charAt(sum % 11) == id.charAt(8);
      case 'T' -> "JZIHGFEDCBA".charAt((sum + 4) % 11) == id.charAt(8);
      case 'F' -> "XWUTRQPNMLK".charAt(sum % 11) == id.charAt(8);
      case 'G' -> "XWUTRQPNMLK".charAt((sum + 4) % 11) == id.charAt(8);
      default -> false;
    };
  }

  static boolean isAbn(String id) {
    return id.charAt(0) != '0'
        && (weighed(id, 10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19) - 10) % 89 == 0;
  }

  /** ISO 3779 with the check digit of 49 CFR 565.15. */
  static boolean isVin(String id) {
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      char c = id.charAt(i);
      if (c == 'I' || c == 'O' || c == 'Q') {
        return false;
      }
      int value = c <= '9' ? digit(id, i) : digit(VIN_VALUES, c - 'A');
      sum += value * VIN_WEIGHTS[i];
    }
    return "0123456789X".charAt(sum % 11) == id.charAt(8);
  }

  private static final String VIN_VALUES = "12345678.12345.7.923456789";
  private static final int[] VIN_WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};

  private static IdFormat national(String name, Predicate<String> check, String... templates) {
    return personal(FindingType.NATIONAL_ID, name, check, templates);
  }

  private static IdFormat tax(String name, Predicate<String> check, String... templates) {
    return personal(FindingType.TAX_ID, name, check, templates);
  }

  private static IdFormat health(String name, Predicate<String> check, String... templates) {
    return new IdFormat(
        new Rule(FindingType.INSURANCE_ID, name, PrivacyClass.HEALTH), List.of(templates), check);
  }

  private static IdFormat personal(
      FindingType type, String name, Predicate<String> check, String... templates) {
    return new IdFormat(new Rule(type, name, PrivacyClass.PERSONAL), List.of(templates), check);
  }
}
