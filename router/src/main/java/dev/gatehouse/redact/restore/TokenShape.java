package dev.gatehouse.redact.restore;

import java.util.regex.Pattern;

/** What a token looks like, on which it depends where and in which spellings it is recognised. */
enum TokenShape {
  /** A word with characters that nobody would write by chance. */
  OPAQUE,
  /** A number that people part as they like: of a telephone, a card, an account. */
  NUMBER,
  /** An IBAN, which people part into fours (ISO 13616). */
  IBAN,
  /** Anything else that a value's own format demands: an address, a date. */
  FORMATTED;

  private static final int FEWEST_DIGITS_OF_A_NUMBER = 7;
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");
  private static final Pattern ACCOUNT = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
  private static final Pattern PARTED_DIGITS = Pattern.compile("[+]?[0-9][0-9.-]*[0-9]");
  private static final Pattern DATE =
      Pattern.compile("[0-9]{4}([-.])[0-9]{2}\\1[0-9]{2}|[0-9]{1,2}([-.])[0-9]{1,2}\\2[0-9]{2,4}");
  private static final Pattern INTERNET_ADDRESS = Pattern.compile("[0-9]{1,3}([.][0-9]{1,3}){3}");
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+[.][0-9]+");

  static TokenShape of(String token) {
    if (ACCOUNT.matcher(token).matches()) {
      return IBAN;
    }
    if (WORD.matcher(token).matches()) {
      return OPAQUE;
    }
    return isNumber(token) ? NUMBER : FORMATTED;
  }

  /** Where the parts mean something, other parts would be something else. */
  private static boolean isNumber(String token) {
    return PARTED_DIGITS.matcher(token).matches()
        && token.chars().filter(Ascii::isDigit).count() >= FEWEST_DIGITS_OF_A_NUMBER
        && !DATE.matcher(token).matches()
        && !INTERNET_ADDRESS.matcher(token).matches()
        && !DECIMAL.matcher(token).matches();
  }
}
