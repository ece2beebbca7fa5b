package dev.gatehouse.classify.privacy;

import dev.gatehouse.classify.FindingType;
import dev.gatehouse.config.PrivacyClass;
import java.util.Optional;

/**
 * A value that a recogniser found.
 *
 * @param start first UTF-16 unit in the text it was given
 * @param end one past the last, above {@code start}
 * @param privacyClass how private it is; empty means as values of that type usually are: names,
 *     places and the like INTERNAL until the context makes them a private person's
 */
public record Recognized(
    FindingType type, int start, int end, Optional<PrivacyClass> privacyClass) {

  /** One of the class that its type usually has. */
  public Recognized(FindingType type, int start, int end) {
    this(type, start, end, Optional.empty());
  }

  /** The class given, or the type's usual one. */
  PrivacyClass classOrUsual() {
    return privacyClass.orElseGet(() -> usual(type));
  }

  private static PrivacyClass usual(FindingType type) {
    return switch (type) {
      case PERSON, TITLE, ORGANIZATION, LOCATION, ADDRESS, DATE, AGE, NATIONALITY ->
          PrivacyClass.INTERNAL;
      case EMAIL, PHONE, USERNAME, URL, IP_ADDRESS, MAC_ADDRESS, COORDINATES, DATE_OF_BIRTH ->
          PrivacyClass.PERSONAL;
      case NATIONAL_ID, TAX_ID, PASSPORT, DRIVING_LICENCE, VEHICLE, EMPLOYEE_ID ->
          PrivacyClass.PERSONAL;
      case CREDIT_CARD, IBAN, BANK_ACCOUNT, CRYPTO_WALLET, SALARY -> PrivacyClass.FINANCIAL;
      case MEDICAL_RECORD, INSURANCE_ID, HEALTH -> PrivacyClass.HEALTH;
      case SECRET -> PrivacyClass.SECRET;
      case CUSTOMER -> PrivacyClass.CUSTOMER;
      case UNSCANNABLE -> PrivacyClass.UNSCANNABLE;
    };
  }
}
