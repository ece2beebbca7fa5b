package dev.gatehouse.classify.privacy.identifiers;

import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.privacy.text.Rule;
import dev.gatehouse.config.PrivacyClass;
import java.util.Locale;

/**
 * What labels speak of; the labels themselves are {@code topics.txt} beside this class. At most 63,
 * so that the topics of one label fit a long.
 */
@SuppressWarnings({
  "ImmutableEnumChecker", // records of constants
  "EnumOrdinal" // a set of topics is a long, as an EnumSet's is
})
enum Topic {
  /** Before a phone number. */
  PHONE,
  /** Before a phone number, if the number looks like one: a call is asked for. */
  CALL,
  /** Right after a phone number. */
  AFTER_PHONE,
  /** An extension of a switchboard. */
  EXTENSION,
  DATE_OF_BIRTH,
  BEFORE_AGE,
  AFTER_AGE,
  /** The name of a month. */
  MONTH,
  SSN(FindingType.NATIONAL_ID, PrivacyClass.PERSONAL, Form.digits(9, 9)),
  TAX(FindingType.TAX_ID, PrivacyClass.PERSONAL, Form.mixed(8, 15, 6)),
  NATIONAL(FindingType.NATIONAL_ID, PrivacyClass.PERSONAL, Form.mixed(7, 18, 5)),
  /** The same in short words that are others' words too: only before letters and digits. */
  WEAK_NATIONAL(FindingType.NATIONAL_ID, PrivacyClass.PERSONAL, Form.mixed(7, 14, 6).near()),
  NHS(FindingType.MEDICAL_RECORD, PrivacyClass.HEALTH, Form.digits(10, 10)),
  NIR(FindingType.NATIONAL_ID, PrivacyClass.PERSONAL, Form.mixed(11, 15, 10)),
  CODICE_FISCALE(FindingType.NATIONAL_ID, PrivacyClass.PERSONAL, Form.mixed(16, 16, 5)),
  BSN(FindingType.NATIONAL_ID, PrivacyClass.PERSONAL, Form.digits(8, 9)),
  /** Canada's is one word of trigonometry as well, so it must pass its check. */
  SIN(FindingType.NATIONAL_ID, PrivacyClass.PERSONAL, Form.digits(9, 9).near()),
  AADHAAR(FindingType.NATIONAL_ID, PrivacyClass.PERSONAL, Form.digits(12, 14)),
  PAN(FindingType.TAX_ID, PrivacyClass.PERSONAL, Form.mixed(10, 12, 4)),
  RRN(FindingType.NATIONAL_ID, PrivacyClass.PERSONAL, Form.digits(13, 13)),
  PASSPORT(FindingType.PASSPORT, PrivacyClass.PERSONAL, Form.mixed(6, 10, 5)),
  VISA(FindingType.PASSPORT, PrivacyClass.PERSONAL, Form.mixed(7, 14, 6)),
  DRIVING(FindingType.DRIVING_LICENCE, PrivacyClass.PERSONAL, Form.mixed(5, 20, 4)),
  EMPLOYEE(FindingType.EMPLOYEE_ID, PrivacyClass.PERSONAL, Form.mixed(3, 14, 3)),
  CUSTOMER(FindingType.EMPLOYEE_ID, PrivacyClass.PERSONAL, Form.mixed(4, 16, 4)),
  /** Numbers of what a person has going on with an office or a firm. */
  AFFAIR(FindingType.EMPLOYEE_ID, PrivacyClass.PERSONAL, Form.mixed(5, 24, 2)),
  /** The same in one everyday word: only before a code of capitals and digits. */
  WEAK_AFFAIR(FindingType.EMPLOYEE_ID, PrivacyClass.PERSONAL, Form.mixed(5, 20, 2).near()),
  /** Goes on with the label before it, and is none itself. */
  NUMBER_WORD,
  /** Numbers of records and of programs' users: somebody's only where more is known. */
  REFERENCE(FindingType.EMPLOYEE_ID, PrivacyClass.INTERNAL, Form.mixed(5, 24, 4).near()),
  MEDICAL(FindingType.MEDICAL_RECORD, PrivacyClass.HEALTH, Form.mixed(4, 14, 4)),
  INSURANCE(FindingType.INSURANCE_ID, PrivacyClass.HEALTH, Form.mixed(6, 16, 5)),
  ACCOUNT(FindingType.BANK_ACCOUNT, PrivacyClass.FINANCIAL, Form.mixed(6, 34, 6)),
  /** A mistyped one; right ones need no label. */
  IBAN(FindingType.IBAN, PrivacyClass.FINANCIAL, Form.mixed(15, 34, 10)),
  /** The same in one everyday word. */
  WEAK_ACCOUNT(FindingType.BANK_ACCOUNT, PrivacyClass.FINANCIAL, Form.mixed(7, 20, 7).near()),
  BANK(FindingType.BANK_ACCOUNT, PrivacyClass.FINANCIAL, Form.digits(5, 9)),
  /** Brazil's and Japan's short numbers of branches. */
  BRANCH(FindingType.BANK_ACCOUNT, PrivacyClass.FINANCIAL, Form.digits(3, 6).near()),
  SWIFT(FindingType.BANK_ACCOUNT, PrivacyClass.FINANCIAL, Form.NONE),
  /** The last digits of a card or an account, where one is spoken of. */
  LAST_FOUR(FindingType.CREDIT_CARD, PrivacyClass.FINANCIAL, Form.digits(3, 4)),
  CVV(FindingType.CREDIT_CARD, PrivacyClass.FINANCIAL, Form.digits(3, 4).near()),
  EXPIRY(FindingType.CREDIT_CARD, PrivacyClass.FINANCIAL, Form.NONE),
  /** Says that a card or an account is spoken of; a number that passes the cards' check is one. */
  CARD(FindingType.CREDIT_CARD, PrivacyClass.FINANCIAL, Form.digits(12, 19)),
  PLATE(FindingType.VEHICLE, PrivacyClass.PERSONAL, Form.mixed(5, 10, 1).near()),
  VIN(FindingType.VEHICLE, PrivacyClass.PERSONAL, Form.mixed(17, 17, 3)),
  USERNAME,
  LATITUDE,
  POSTCODE(FindingType.ADDRESS, PrivacyClass.INTERNAL, Form.mixed(3, 10, 2).near());

  private final Rule rule;
  private final Form form;

  Topic(FindingType type, PrivacyClass privacyClass, Form form) {
    this.rule = new Rule(type, name().toLowerCase(Locale.ROOT).replace('_', '-'), privacyClass);
    this.form = form;
  }

  /** One whose values a finder of their own reads, and reports under a rule of its own. */
  Topic() {
    this(FindingType.USERNAME, PrivacyClass.PERSONAL, Form.NONE);
  }

  /** Of a value that its label vouches for. */
  Rule rule() {
    return rule;
  }

  Form form() {
    return form;
  }

  /** The topic's place in a set of topics. */
  long bit() {
    return 1L << ordinal();
  }

  boolean isIn(long topics) {
    return (topics & bit()) != 0;
  }
}
