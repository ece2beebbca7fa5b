package dev.gatehouse.proof;

import java.math.BigInteger;

/** How issuers make their numbers checkable. */
final class CheckDigits {
  private static final int[][] VERHOEFF_PRODUCT = new int[10][10];
  private static final int[][] VERHOEFF_PERMUTATION = new int[8][10];

  static {
    for (int i = 0; i < 10; i++) {
      for (int j = 0; j < 10; j++) { // the dihedral group of the pentagon
        VERHOEFF_PRODUCT[i][j] =
            i < 5
                ? (j < 5 ? (i + j) % 5 : 5 + (i + j) % 5)
                : (j < 5 ? 5 + (i - j + 5) % 5 : (i - j + 5) % 5);
      }
    }
    VERHOEFF_PERMUTATION[0] = new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    int[] once = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};
    for (int i = 1; i < 8; i++) {
      for (int j = 0; j < 10; j++) {
        VERHOEFF_PERMUTATION[i][j] = VERHOEFF_PERMUTATION[i - 1][once[j]];
      }
    }
  }

  private CheckDigits() {}

  static String luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int twice = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
      sum += i % 2 == 0 ? twice : digit;
    }
    return digits + (10 - sum % 10) % 10;
  }

  static String verhoeff(String digits) {
    int check = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      check = VERHOEFF_PRODUCT[check][VERHOEFF_PERMUTATION[(i + 1) % 8][digit]];
    }
    for (int inverse = 0; inverse < 10; inverse++) {
      if (VERHOEFF_PRODUCT[check][inverse] == 0) {
        return digits + inverse;
      }
    }
    throw new IllegalStateException("every element has an inverse");
  }

  /** ISO 7064, MOD 11,10. */
  static String mod11And10(String digits) {
    int product = 10;
    for (int i = 0; i < digits.length(); i++) {
      int sum = (digits.charAt(i) - '0' + product) % 10;
      product = 2 * (sum == 0 ? 10 : sum) % 11;
    }
    return digits + (11 - product) % 10;
  }

  static int weighted(String digits, int... weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += (digits.charAt(i) - '0') * weights[i];
    }
    return sum;
  }

  /** An IBAN of a country with this account. */
  static String iban(String country, String account) {
    String letters = account + country + "00";
    StringBuilder number = new StringBuilder();
    for (int i = 0; i < letters.length(); i++) {
      number.append(Character.digit(letters.charAt(i), 36));
    }
    int check = 98 - new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue();
    return country + (check < 10 ? "0" : "") + check + account;
  }
}
