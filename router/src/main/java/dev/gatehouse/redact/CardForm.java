package dev.gatehouse.redact;

import java.util.Optional;

/** Numbers of cards of the same network and length, with a check digit that holds. */
final class CardForm {
  private static final int LEAST = 12;

  private CardForm() {}

  static Optional<String> of(String text, Draw draw) {
    return Digits.of(text)
        .filter(digits -> digits.length() >= LEAST)
        .map(digits -> Digits.grouped(text, drawn(digits, draw)));
  }

  private static String drawn(String digits, Draw draw) {
    StringBuilder number = new StringBuilder(digits.substring(0, network(digits)));
    while (number.length() < digits.length() - 1) {
      number.append(draw.digit());
    }
    return number.append(checkDigit(number)).toString();
  }

  /**
   * How many digits tell the network: Visa's one, two for American Express and others, else four.
   */
  private static int network(String digits) {
    return switch (digits.charAt(0)) {
      case '4' -> 1;
      case '3', '5' -> 2;
      default -> 4;
    };
  }

  /** Luhn's (ISO/IEC 7812-1, annex B). */
  private static char checkDigit(CharSequence digits) {
    int sum = 0;
    for (int i = digits.length() - 1, place = 1; i >= 0; i--, place++) {
      int digit = digits.charAt(i) - '0';
      int weighed = place % 2 == 1 ? digit * 2 : digit;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return (char) ('0' + (10 - sum % 10) % 10);
  }
}
