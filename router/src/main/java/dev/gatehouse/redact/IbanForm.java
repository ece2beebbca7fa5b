package dev.gatehouse.redact;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** Account numbers of the same country and length whose check digits hold (ISO 13616). */
final class IbanForm {
  private static final int SHORTEST = 15;
  private static final int LONGEST = 34;
  private static final int MODULUS = 97;

  private IbanForm() {}

  static Optional<String> of(String text, Draw draw) {
    StringBuilder plain = new StringBuilder();
    text.chars().filter(Character::isLetterOrDigit).forEach(each -> plain.append((char) each));
    String iban = plain.toString().toUpperCase(Locale.ROOT);
    return isIban(iban) ? Optional.of(drawn(iban, draw)) : Optional.empty();
  }

  private static boolean isIban(String text) {
    return text.length() >= SHORTEST
        && text.length() <= LONGEST
        && isUpper(text.charAt(0))
        && isUpper(text.charAt(1))
        && text.chars().allMatch(each -> isUpper((char) each) || (each >= '0' && each <= '9'));
  }

  private static boolean isUpper(char each) {
    return each >= 'A' && each <= 'Z';
  }

  private static String drawn(String iban, Draw draw) {
    StringBuilder account = new StringBuilder();
    for (char each : iban.substring(4).toCharArray()) {
      account.append(isUpper(each) ? (char) ('A' + draw.below(26)) : draw.digit());
    }
    String country = iban.substring(0, 2);
    int check = MODULUS + 1 - remainder(account + country + "00");
    return country + String.format(Locale.ROOT, "%02d", check) + account;
  }

  /** Letters count as 10 to 35 (ISO 7064, MOD 97-10). */
  private static int remainder(String text) {
    StringBuilder digits = new StringBuilder();
    text.chars().forEach(each -> digits.append(Character.digit(each, 36)));
    return new BigInteger(digits.toString()).mod(BigInteger.valueOf(MODULUS)).intValue();
  }
}
