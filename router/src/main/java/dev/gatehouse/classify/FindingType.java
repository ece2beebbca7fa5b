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
  UNSCANNABLE
}
