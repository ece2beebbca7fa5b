package dev.gatehouse.redact;

import java.util.Optional;

/** Telephone numbers of the same country and length. */
final class PhoneForm {
  private static final int LEAST_DRAWN = 5;

  private PhoneForm() {}

  static Optional<String> of(String text, Draw draw) {
    return Digits.of(text)
        .filter(digits -> digits.length() - kept(text, digits) >= LEAST_DRAWN)
        .map(digits -> Digits.grouped(text, drawn(digits, kept(text, digits), draw)));
  }

  private static String drawn(String digits, int kept, Draw draw) {
    StringBuilder number = new StringBuilder(digits.substring(0, kept));
    number.append((char) ('1' + draw.below(9)));
    while (number.length() < digits.length()) {
      number.append(draw.digit());
    }
    return number.toString();
  }

  /** The country's code, or the zeros that stand for one. */
  private static int kept(String text, String digits) {
    int zeros = 0;
    while (zeros < 2 && zeros < digits.length() && digits.charAt(zeros) == '0') {
      zeros++;
    }
    boolean international = text.strip().startsWith("+") || zeros == 2;
    return international ? zeros + codeLength(digits.substring(zeros)) : zeros;
  }

  /** Codes of one and two digits; all others have three (ITU-T E.164, list of assigned codes). */
  private static int codeLength(String digits) {
    if (digits.length() < 2 || digits.charAt(0) == '1' || digits.charAt(0) == '7') {
      return Math.min(1, digits.length());
    }
    String two =
        " 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63"
            + " 64 65 66 81 82 84 86 90 91 92 93 94 95 98 ";
    return two.contains(" " + digits.substring(0, 2) + " ") ? 2 : Math.min(3, digits.length());
  }
}
