package dev.gatehouse.classify;

/** What a found value is: the fixed names that findings carry to the outside. */
public enum FindingType {
  PERSON,
  /** Mr, Dr, Frau: how a person is addressed, and no name. */
  TITLE,
  ORGANIZATION,
  LOCATION,
  ADDRESS,
  EMAIL,
  PHONE,
  USERNAME,
  URL,
  IP_ADDRESS,
  MAC_ADDRESS,
  COORDINATES,
  DATE,
  DATE_OF_BIRTH,
  AGE,
  NATIONALITY,
  CREDIT_CARD,
  IBAN,
  BANK_ACCOUNT,
  CRYPTO_WALLET,
  SALARY,
  NATIONAL_ID,
  TAX_ID,
  PASSPORT,
  DRIVING_LICENCE,
  VEHICLE,
  EMPLOYEE_ID,
  MEDICAL_RECORD,
  INSURANCE_ID,
  HEALTH,
  SECRET,
  /** On the customer's own dictionary. */
  CUSTOMER,
  /** What nobody can read. */
  UNSCANNABLE;

  /** Whether its form gives it away, rather than the words around it. */
  public boolean isForm() {
    return switch (this) {
      case PERSON, TITLE, ORGANIZATION, LOCATION, ADDRESS, NATIONALITY, AGE, DATE, URL -> false;
      case EMAIL, PHONE, USERNAME, IP_ADDRESS, MAC_ADDRESS, COORDINATES, DATE_OF_BIRTH -> true;
      case CREDIT_CARD, IBAN, BANK_ACCOUNT, CRYPTO_WALLET, SALARY, NATIONAL_ID, TAX_ID -> true;
      case PASSPORT, DRIVING_LICENCE, VEHICLE, EMPLOYEE_ID, MEDICAL_RECORD, INSURANCE_ID -> true;
      case HEALTH, SECRET, CUSTOMER, UNSCANNABLE -> true;
    };
  }
}
