package dev.gatehouse.classify.privacy.identifiers;

import static dev.gatehouse.classify.privacy.identifiers.CheckDigits.digit;
import static dev.gatehouse.classify.privacy.identifiers.CheckDigits.number;
import static dev.gatehouse.classify.privacy.identifiers.CheckDigits.remainder;
import static dev.gatehouse.classify.privacy.identifiers.CheckDigits.weighed;

/**
 * Checks of numbers that are written in one piece, or in groups that other numbers have too: each
 * passes less than one in a hundred of all numbers of its length, by a date or by two check digits.
 * Rules are the issuers' published ones.
 */
final class NationalChecks {

  private static final int[] CHILE = {2, 3, 4, 5, 6, 7};

  private NationalChecks() {}

  /** Poland's PESEL: date with the century in the month, check digit. */
  static boolean isPesel(String id) {
    int month = number(id, 2);
    int sum = weighed(id, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1);
    return month <= 32 && CheckDigits.isMonthDay(month % 20, number(id, 4)) && sum % 10 == 0;
  }

  /** Poland's NIP. */
  static boolean isNip(String id) {
    return id.charAt(0) != '0' && weighed(id, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == digit(id, 9);
  }

  /** Germany's tax number: of its first ten digits one stands twice or thrice, and no other. */
  static boolean isGermanTaxId(String id) {
    return id.charAt(0) != '0'
        && distinct(id) <= 9
        && distinct(id) >= 8
        && CheckDigits.mod11And10(id);
  }

  private static long distinct(String id) {
    return id.substring(0, 10).chars().distinct().count();
  }

  /** Norway's fødselsnummer: day, month, year, serial, two check digits. */
  static boolean isNorwegian(String id) {
    return CheckDigits.isDayMonth(id, 0)
        && weighed(id, 3, 7, 6, 1, 8, 9, 4, 5, 2, 1) % 11 == 0
        && weighed(id, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0;
  }

  /** Belgium's in one piece: a date first. */
  static boolean isBelgian(String id) {
    return CheckDigits.isYearMonthDay(id, 0) && IdFormats.isBelgian(id);
  }

  /** Sweden's in one piece, with its century. */
  static boolean isLongPersonnummer(String id) {
    boolean century = id.startsWith("19") || id.startsWith("20");
    return century && IdFormats.isPersonnummer(id);
  }

  /** Austria's Versicherungsnummer: serial, check digit, date of birth. */
  static boolean isAustrian(String id) {
    int sum = weighed(id, 3, 7, 9, 0, 5, 8, 4, 2, 1, 6);
    return id.charAt(0) != '0' && sum % 11 == digit(id, 3) && CheckDigits.isDayMonth(id, 4);
  }

  /** Korea's, as given until 2020: date, sex and century, check digit. */
  static boolean isKorean(String id) {
    int check = (11 - weighed(id, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5) % 11) % 10;
    return CheckDigits.isYearMonthDay(id, 0)
        && "12345678".indexOf(id.charAt(6)) >= 0
        && check == digit(id, 12);
  }

  /** Spain's number of social security: province, serial, remainder by 97. */
  static boolean isSpanishInsurance(String id) {
    String rest =
        id.charAt(2) == '0' ? id.substring(0, 2) + id.substring(3, 10) : id.substring(0, 10);
    return number(id, 0) >= 1 && number(id, 0) <= 66 && remainder(rest, 97) == number(id, 10);
  }

  /** Argentina's CUIL and CUIT. */
  static boolean isArgentine(String id) {
    int check = (11 - weighed(id, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11;
    return "23".indexOf(id.charAt(0)) >= 0 && check == digit(id, 10);
  }

  /** Chile's RUT: mod 11, its last sign a K for 10. */
  static boolean isChilean(String id) {
    int last = id.length() - 1;
    int sum = 0;
    for (int i = 0; i < last; i++) {
      sum += digit(id, last - 1 - i) * CHILE[i % CHILE.length];
    }
    return "0K987654321".charAt(sum % 11) == id.charAt(last);
  }

  /** Brazil's PIS. */
  static boolean isPis(String id) {
    int check = 11 - weighed(id, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
    return !CheckDigits.isMonotone(id) && (check > 9 ? 0 : check) == digit(id, 10);
  }

  /** Brazil's CNPJ in one piece: of one of the first ten branches. */
  static boolean isBareCnpj(String id) {
    return id.startsWith("000", 8) && IdFormats.isCnpj(id);
  }

  /** Australia's Medicare card. */
  static boolean isMedicare(String id) {
    return "23456".indexOf(id.charAt(0)) >= 0
        && weighed(id, 1, 3, 7, 9, 1, 3, 7, 9) % 10 == digit(id, 8);
  }

  /** Ireland's PPS number: seven digits, check letter, and since 2013 one letter more. */
  static boolean isPps(String id) {
    int second = id.length() > 8 ? id.charAt(8) - 'A' + 1 : 0;
    int sum = weighed(id, 8, 7, 6, 5, 4, 3, 2) + (second == 23 ? 0 : second) * 9;
    return "WABCDEFGHIJKLMNOPQRSTUV".charAt(sum % 23) == id.charAt(7);
  }
}
