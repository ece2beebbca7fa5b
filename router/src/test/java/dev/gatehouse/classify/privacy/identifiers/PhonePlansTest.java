package dev.gatehouse.classify.privacy.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PhonePlansTest {

  private static final int NUMBERS = 3_000;

  private static final List<String> WITH_ZERO =
      List.of(
          "GB", "DE", "FR", "NL", "IT", "JP", "IN", "AU", "KR", "CH", "AT", "BE", "SE", "ZA", "BR");

  private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
  private final PhonePlans plans = new PhonePlans();
  private final Random random = new Random(11);

  @Test
  void judgesNumbersWithACountrysCodeAsTheLibraryDoes() {
    List<Integer> codes = library.getSupportedCallingCodes().stream().sorted().toList();

    for (int i = 0; i < NUMBERS; i++) {
      int code = codes.get(random.nextInt(codes.size()));
      String number = "+" + code + " " + digits(4 + random.nextInt(8));

      Optional<PhoneNumber> parsed = parsed(number, "ZZ");
      assertThat(plans.isPossible(number))
          .as(number)
          .isEqualTo(parsed.filter(library::isPossibleNumber).isPresent());
      assertThat(plans.isValid(number))
          .as(number)
          .isEqualTo(parsed.filter(library::isValidNumber).isPresent());
    }
  }

  @Test
  void judgesNumbersWithATrunkZeroAsTheLibraryDoes() {
    for (int i = 0; i < NUMBERS; i++) {
      String number = "0" + digits(2) + " " + digits(6 + random.nextInt(4));

      assertThat(plans.isNational(number))
          .as(number)
          .isEqualTo(WITH_ZERO.stream().anyMatch(region -> isValid(number, region)));
      assertThat(plans.isMobile(number))
          .as(number)
          .isEqualTo(WITH_ZERO.stream().anyMatch(region -> isMobile(number, region)));
    }
  }

  private boolean isValid(String number, String region) {
    return parsed(number, region)
        .filter(parsed -> library.isValidNumberForRegion(parsed, region))
        .isPresent();
  }

  private boolean isMobile(String number, String region) {
    return isValid(number, region)
        && parsed(number, region)
            .filter(parsed -> library.getNumberType(parsed) == PhoneNumberType.MOBILE)
            .isPresent();
  }

  private Optional<PhoneNumber> parsed(String number, String region) {
    try {
      return Optional.of(library.parse(number, region));
    } catch (NumberParseException _) {
      return Optional.empty();
    }
  }

  private String digits(int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }
}
