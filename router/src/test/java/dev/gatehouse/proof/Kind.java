package dev.gatehouse.proof;

/** Kinds of private values that are planted. */
enum Kind {
  SECRET,
  PASSWORD,
  CARD,
  IBAN,
  NATIONAL_ID,
  EMAIL,
  PHONE,
  HEALTH,
  SALARY,
  CUSTOMER,
  NAME;

  /** Whether its characters are digits for the most part, so that people write it with gaps. */
  boolean isNumber() {
    return switch (this) {
      case CARD, IBAN, NATIONAL_ID, PHONE -> true;
      case SECRET, PASSWORD, EMAIL, HEALTH, SALARY, CUSTOMER, NAME -> false;
    };
  }

  /** Whether it is words, in which a letter can be swapped for its look-alike. */
  boolean isWords() {
    return switch (this) {
      case EMAIL, CUSTOMER, NAME -> true;
      case SECRET, PASSWORD, CARD, IBAN, NATIONAL_ID, PHONE, HEALTH, SALARY -> false;
    };
  }
}
