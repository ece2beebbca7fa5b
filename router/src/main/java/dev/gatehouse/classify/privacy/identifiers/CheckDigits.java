package dev.gatehouse.classify.privacy.identifiers;

/** Check digits of identifiers; each takes the characters without separators, in upper case. */
final class CheckDigits {

  private static final int[][] VERHOEFF_PRODUCT = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 2, 3, 4, 0, 6, 7, 8, 9, 5},
    {2, 3, 4, 0, 1, 7, 8, 9, 5, 6}, {3, 4, 0, 1, 2, 8, 9, 5, 6, 7},
    {4, 0, 1, 2, 3, 9, 5, 6, 7, 8}, {5, 9, 8, 7, 6, 0, 4, 3, 2, 1},
    {6, 5, 9, 8, 7, 1, 0, 4, 3, 2}, {7, 6, 5, 9, 8, 2, 1, 0, 4, 3},
    {8, 7, 6, 5, 9, 3, 2, 1, 0, 4}, {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}
  };
  private static final int[][] VERHOEFF_SHIFT = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 5, 7, 6, 2, 8, 3, 0, 9, 4},
    {5, 8, 0, 3, 7, 9, 6, 1, 4, 2}, {8, 9, 1, 6, 0, 4, 3, 5, 2, 7},
    {9, 4, 5, 3, 1, 2, 6, 8, 7, 0}, {4, 2, 8, 6, 5, 7, 3, 9, 0, 1},
    {2, 7, 9, 3, 8, 0, 6, 4, 1, 5}, {7, 0, 4, 6, 9, 1, 3, 2, 5, 8}
  };

  private CheckDigits() {}

  /** ISO/IEC 7812 annex B. */
  static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digit(digits, digits.length() - 1 - i);
      int weighed = i % 2 == 0 ? digit : digit * 2;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10 == 0;
  }

  /** J. Verhoeff, Error Detecting Decimal Codes, 1969; Aadhaar's. */
  static boolean verhoeff(String digits) {
    int check = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digit(digits, digits.length() - 1 - i);
      check = VERHOEFF_PRODUCT[check][VERHOEFF_SHIFT[i % 8][digit]];
    }
    return check == 0;
  }

  /** ISO 7064 mod 11,10; Germany's tax number, Croatia's OIB. */
  static boolean mod11And10(String digits) {
    int product = 10;
    for (int i = 0; i < digits.length() - 1; i++) {
      int sum = (digit(digits, i) + product) % 10;
      product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return (11 - product) % 10 == digit(digits, digits.length() - 1);
  }

  /** The digits, each times its weight. */
  static int weighed(String digits, int... weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += digit(digits, i) * weights[i];
    }
    return sum;
  }

  /** The remainder of a number of any length. */
  static int remainder(String digits, int divisor) {
    int remainder = 0;
    for (int i = 0; i < digits.length(); i++) {
      remainder = (remainder * 10 + digit(digits, i)) % divisor;
    }
    return remainder;
  }

  /** EAN-13 (GS1 General Specifications, section 7.9). */
  static boolean ean13(String digits) {
    return weighed(digits, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1) % 10 == 0;
  }

  /** Whether two digits each from an offset on are a year, a month and a day. */
  static boolean isYearMonthDay(String digits, int at) {
    return isMonthDay(number(digits, at + 2), number(digits, at + 4));
  }

  /** Whether two digits each from an offset on are a day and a month. */
  static boolean isDayMonth(String digits, int at) {
    return isMonthDay(number(digits, at + 2), number(digits, at));
  }

  static boolean isMonthDay(int month, int day) {
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
  }

  /** Two digits. */
  static int number(String digits, int at) {
    return digit(digits, at) * 10 + digit(digits, at + 1);
  }

  static int digit(String digits, int at) {
    return digits.charAt(at) - '0';
  }

  /** Whether all characters are one. */
  static boolean isMonotone(String digits) {
    return digits.chars().distinct().count() == 1;
  }
}
