package dev.gatehouse.redact;

import dev.gatehouse.classify.FindingType;
import java.util.Locale;
import java.util.Optional;

/**
 * What a token looks like: as its value where that must stay valid, else a word that says what it
 * stands for.
 */
final class TokenForm {
  private static final int OPAQUE = 8;
  private static final int MAILBOX = 12;

  private TokenForm() {}

  /** The token of a value that this draw gives. */
  static String of(PrivateValue value, Draw draw) {
    return valid(value, draw).orElseGet(() -> word(value.type()) + draw.word(OPAQUE));
  }

  private static Optional<String> valid(PrivateValue value, Draw draw) {
    String text = value.text();
    return switch (value.type()) {
      case EMAIL -> email(text, draw);
      case PHONE -> PhoneForm.of(text, draw);
      case CREDIT_CARD -> CardForm.of(text, draw);
      case IBAN -> IbanForm.of(text, draw);
      case IP_ADDRESS -> AddressForm.ip(text, draw);
      case MAC_ADDRESS -> AddressForm.mac(text, draw);
      case DATE, DATE_OF_BIRTH -> DateForm.of(text, draw);
      case PERSON, TITLE, ORGANIZATION, LOCATION, ADDRESS, USERNAME, URL -> Optional.empty();
      case COORDINATES, AGE, NATIONALITY, BANK_ACCOUNT, CRYPTO_WALLET -> Optional.empty();
      case SALARY, NATIONAL_ID, TAX_ID, PASSPORT, DRIVING_LICENCE, VEHICLE -> Optional.empty();
      case EMPLOYEE_ID, MEDICAL_RECORD, INSURANCE_ID, HEALTH, SECRET -> Optional.empty();
      case CUSTOMER, UNSCANNABLE -> Optional.empty();
    };
  }

  /** {@code example} is reserved, so that no mail to a token arrives anywhere (RFC 2606). */
  private static Optional<String> email(String text, Draw draw) {
    int at = text.indexOf('@');
    boolean plain = at > 0 && text.indexOf('.', at) > 0 && text.chars().noneMatch(c -> c <= ' ');
    return plain
        ? Optional.of("x" + draw.word(MAILBOX).toLowerCase(Locale.ROOT) + "@mail.example")
        : Optional.empty();
  }

  private static String word(FindingType type) {
    return switch (type) {
      case PERSON -> "Person";
      case TITLE -> "Title";
      case ORGANIZATION -> "Org";
      case LOCATION -> "Place";
      case ADDRESS -> "Address";
      case EMAIL -> "Email";
      case PHONE -> "Phone";
      case USERNAME -> "User";
      case URL -> "Link";
      case IP_ADDRESS, MAC_ADDRESS -> "Host";
      case COORDINATES -> "Coordinates";
      case DATE, DATE_OF_BIRTH -> "Date";
      case AGE -> "Age";
      case NATIONALITY -> "Nationality";
      case SALARY -> "Amount";
      case CREDIT_CARD -> "Card";
      case IBAN, BANK_ACCOUNT -> "Account";
      case CRYPTO_WALLET -> "Wallet";
      case NATIONAL_ID, TAX_ID, PASSPORT, DRIVING_LICENCE, EMPLOYEE_ID -> "Id";
      case MEDICAL_RECORD, INSURANCE_ID -> "Id";
      case VEHICLE -> "Vehicle";
      case HEALTH -> "Health";
      case SECRET -> "Secret";
      case CUSTOMER -> "Client";
      case UNSCANNABLE -> "Data";
    };
  }
}
