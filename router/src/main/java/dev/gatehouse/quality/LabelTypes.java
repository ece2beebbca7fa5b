package dev.gatehouse.quality;

import dev.gatehouse.classify.FindingType;
import java.util.EnumSet;
import java.util.Set;

/** What the makers of data call the types of values, in our words. */
final class LabelTypes {

  private static final Set<FindingType> NUMBERS =
      Set.of(
          FindingType.NATIONAL_ID,
          FindingType.TAX_ID,
          FindingType.PASSPORT,
          FindingType.DRIVING_LICENCE,
          FindingType.VEHICLE,
          FindingType.EMPLOYEE_ID,
          FindingType.MEDICAL_RECORD,
          FindingType.INSURANCE_ID,
          FindingType.BANK_ACCOUNT,
          FindingType.IBAN,
          FindingType.CREDIT_CARD,
          FindingType.CRYPTO_WALLET,
          FindingType.USERNAME,
          FindingType.IP_ADDRESS,
          FindingType.MAC_ADDRESS,
          FindingType.PHONE);

  private LabelTypes() {}

  /** The types that a label of this name may be found as; empty where nobody knows the name. */
  static Set<FindingType> of(String label) {
    return switch (label) {
      case "ORG", "ORGANISATION" -> Set.of(FindingType.ORGANIZATION);
      case "IP" -> Set.of(FindingType.IP_ADDRESS);
      case "NRP" -> Set.of(FindingType.NATIONALITY);
      case "ZIP" -> Set.of(FindingType.ADDRESS, FindingType.LOCATION);
      case "LOCATION" -> Set.of(FindingType.LOCATION, FindingType.ADDRESS);
      case "ADDRESS" -> Set.of(FindingType.ADDRESS, FindingType.LOCATION);
      case "ID" -> NUMBERS;
      case "DOB" -> Set.of(FindingType.DATE_OF_BIRTH, FindingType.DATE);
      case "DATE" -> Set.of(FindingType.DATE, FindingType.DATE_OF_BIRTH);
      case "FINANCE" -> Set.of(FindingType.SALARY, FindingType.BANK_ACCOUNT);
      case "SSN" -> Set.of(FindingType.NATIONAL_ID, FindingType.TAX_ID);
      case "DRIVER_LICENSE" -> Set.of(FindingType.DRIVING_LICENCE);
      default -> named(label);
    };
  }

  /** Whether such a value is known by its form, so that no context excuses its loss. */
  static boolean isStructured(String label) {
    Set<FindingType> types = EnumSet.noneOf(FindingType.class);
    types.addAll(of(label));
    types.retainAll(NUMBERS);
    return !types.isEmpty() || label.equals("EMAIL");
  }

  private static Set<FindingType> named(String label) {
    for (FindingType type : FindingType.values()) {
      if (type.name().equals(label)) {
        return Set.of(type);
      }
    }
    return Set.of();
  }
}
