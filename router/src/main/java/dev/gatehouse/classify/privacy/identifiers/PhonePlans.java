package dev.gatehouse.classify.privacy.identifiers;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.gatehouse.classify.privacy.text.Alphabet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The world's numbering plans, as libphonenumber knows them. Safe for use by any thread. */
final class PhonePlans {

  /** Countries that write a zero before a number at home. */
  private static final List<String> WITH_ZERO =
      List.of(
          "GB", "DE", "FR", "NL", "IT", "JP", "IN", "AU", "KR", "CH", "AT", "BE", "SE", "ZA", "BR");

  /** Countries that write none. */
  private static final List<String> WITHOUT_ZERO =
      List.of("US", "ES", "PT", "PL", "IT", "IN", "BR", "MX", "NO", "DK", "CZ");

  /**
   * Codes of countries in which no number that begins with 2 to 9 has a prefix to take off, so that
   * what parsing makes of it is known without.
   */
  private static final Set<Integer> PLAIN_CODES =
      Set.of(
          1, 27, 30, 31, 32, 33, 34, 36, 39, 41, 43, 44, 45, 46, 47, 48, 49, 61, 65, 81, 82, 86, 90,
          91, 351, 353, 358, 420, 421);

  /** Countries whose prefix at home is one zero and nothing else. */
  private static final Set<String> PLAIN_ZERO =
      Set.of("GB", "DE", "FR", "NL", "JP", "IN", "AU", "CH", "AT", "BE", "SE", "ZA");

  private static final int LONGEST_CODE = 3;

  private final PhoneNumberUtil plans = PhoneNumberUtil.getInstance();

  /** Whether a number with its country's code may be one. */
  boolean isPossible(String international) {
    return international(international).filter(plans::isPossibleNumber).isPresent();
  }

  /** Whether a number with its country's code is one that the country gives out. */
  boolean isValid(String international) {
    return international(international).filter(plans::isValidNumber).isPresent();
  }

  /** Whether a national number is given out in one of the countries that write numbers so. */
  boolean isNational(String number) {
    for (String region : number.startsWith("0") ? WITH_ZERO : WITHOUT_ZERO) {
      Optional<PhoneNumber> parsed = national(number, region);
      if (parsed.isPresent() && plans.isValidNumberForRegion(parsed.get(), region)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a number in one piece that begins with a zero is a mobile phone's. */
  boolean isMobile(String number) {
    for (String region : WITH_ZERO) {
      Optional<PhoneNumber> parsed = national(number, region);
      if (parsed.isPresent()
          && plans.isValidNumberForRegion(parsed.get(), region)
          && plans.getNumberType(parsed.get()) == PhoneNumberType.MOBILE) {
        return true;
      }
    }
    return false;
  }

  /** The digits of a number, whatever stands between. */
  static String digits(String number) {
    StringBuilder digits = new StringBuilder(number.length());
    for (int i = 0; i < number.length(); i++) {
      if (Alphabet.DIGIT.has(number.charAt(i))) {
        digits.append(number.charAt(i));
      }
    }
    return digits.toString();
  }

  private Optional<PhoneNumber> international(String number) {
    String digits = digits(number);
    for (int length = 1; length <= LONGEST_CODE && length + 1 < digits.length(); length++) {
      int code = Integer.parseInt(digits, 0, length, 10);
      if (PLAIN_CODES.contains(code) && digits.charAt(0) != '0' && digits.charAt(length) >= '2') {
        return Optional.of(number(code, digits.substring(length)));
      }
    }
    return parsed(number, "ZZ");
  }

  /** Of digits and what parts them; of at least three digits. */
  private Optional<PhoneNumber> national(String number, String region) {
    if (PLAIN_ZERO.contains(region) && number.charAt(0) == '0') {
      String digits = digits(number);
      if (digits.charAt(1) != '0') {
        return Optional.of(number(plans.getCountryCodeForRegion(region), digits.substring(1)));
      }
    }
    return parsed(number, region);
  }

  private static PhoneNumber number(int code, String national) {
    return new PhoneNumber().setCountryCode(code).setNationalNumber(Long.parseLong(national));
  }

  private Optional<PhoneNumber> parsed(String number, String region) {
    try {
      return Optional.of(plans.parse(number, region));
    } catch (NumberParseException _) {
      return Optional.empty();
    }
  }
}
