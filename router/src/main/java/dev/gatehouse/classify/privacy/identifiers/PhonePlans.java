package dev.gatehouse.classify.privacy.identifiers;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Optional;

/** The world's numbering plans, as libphonenumber knows them. Safe for use by any thread. */
final class PhonePlans {

  /** Countries that write a zero before a number at home. */
  private static final List<String> WITH_ZERO =
      List.of(
          "GB", "DE", "FR", "NL", "IT", "JP", "IN", "AU", "KR", "CH", "AT", "BE", "SE", "ZA", "BR");

  /** Countries that write none. */
  private static final List<String> WITHOUT_ZERO =
      List.of("US", "ES", "PT", "PL", "IT", "IN", "BR", "MX", "NO", "DK", "CZ");

  private final PhoneNumberUtil plans = PhoneNumberUtil.getInstance();

  /** Whether a number with its country's code may be one. */
  boolean isPossible(String international) {
    return parsed(international, "ZZ").filter(plans::isPossibleNumber).isPresent();
  }

  /** Whether a number with its country's code is one that the country gives out. */
  boolean isValid(String international) {
    return parsed(international, "ZZ").filter(plans::isValidNumber).isPresent();
  }

  /** Whether a national number is given out in one of the countries that write numbers so. */
  boolean isNational(String number) {
    for (String region : number.startsWith("0") ? WITH_ZERO : WITHOUT_ZERO) {
      Optional<PhoneNumber> parsed = parsed(number, region);
      if (parsed.isPresent() && plans.isValidNumberForRegion(parsed.get(), region)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a number in one piece that begins with a zero is a mobile phone's. */
  boolean isMobile(String number) {
    for (String region : WITH_ZERO) {
      Optional<PhoneNumber> parsed = parsed(number, region);
      if (parsed.isPresent()
          && plans.isValidNumberForRegion(parsed.get(), region)
          && plans.getNumberType(parsed.get()) == PhoneNumberType.MOBILE) {
        return true;
      }
    }
    return false;
  }

  private Optional<PhoneNumber> parsed(String number, String region) {
    try {
      return Optional.of(plans.parse(number, region));
    } catch (NumberParseException _) {
      return Optional.empty();
    }
  }
}
