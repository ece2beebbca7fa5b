package dev.gatehouse.proof;

import java.util.List;
import java.util.Locale;

/** Identifiers of fourteen countries, made as their issuers make them, with their usual names. */
final class NationalIds {
  private final Dice dice;

  NationalIds(Dice dice) {
    this.dice = dice;
  }

  PrivateValue next() {
    return switch (dice.below(14)) {
      case 0 -> labelled("Social Security Number (SSN): %s", unitedStates());
      case 1 -> labelled("NHS number: %s", nhs());
      case 2 -> labelled("Steuer-ID: %s", germany());
      case 3 -> labelled("num\u00e9ro de s\u00e9curit\u00e9 sociale (NIR) : %s", france());
      case 4 -> labelled("DNI: %s", spain());
      case 5 -> labelled("codice fiscale: %s", italy());
      case 6 -> labelled("BSN (burgerservicenummer): %s", netherlands());
      case 7 -> labelled("PESEL: %s", poland());
      case 8 -> labelled("CPF: %s", brazil());
      case 9 ->
          labelled(
              "Aadhaar number: %s",
              CheckDigits.verhoeff(dice.some("23456789", 1) + dice.digits(10)));
      case 10 ->
          labelled(
              "Social Insurance Number (SIN): %s",
              CheckDigits.luhn(dice.some("1234567", 1) + dice.digits(7)));
      case 11 -> labelled("Tax File Number (TFN): %s", australia());
      case 12 -> labelled("\u30de\u30a4\u30ca\u30f3\u30d0\u30fc\uff1a%s", japan());
      default -> labelled("\uc8fc\ubbfc\ub4f1\ub85d\ubc88\ud638: %s", korea());
    };
  }

  private static PrivateValue labelled(String statement, String value) {
    return new PrivateValue(Kind.NATIONAL_ID, value, statement.formatted(value));
  }

  private String unitedStates() {
    return "%03d-%02d-%04d"
        .formatted(100 + dice.below(500), 1 + dice.below(99), 1000 + dice.below(8999));
  }

  private String nhs() {
    while (true) {
      String nine = dice.some("4679", 1) + dice.digits(8);
      int check = (11 - CheckDigits.weighted(nine, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 11;
      if (check < 10) {
        return nine.substring(0, 3) + " " + nine.substring(3, 6) + " " + nine.substring(6) + check;
      }
    }
  }

  /** One digit stands twice, the others at most once. */
  private String germany() {
    while (true) {
      String ten = dice.number(10);
      if (ten.chars().distinct().count() == 9 && !ten.matches(".*(.)\\1.*")) {
        return CheckDigits.mod11And10(ten);
      }
    }
  }

  private String france() {
    String thirteen =
        "%d%02d%02d%02d%03d%03d"
            .formatted(
                1 + dice.below(2),
                40 + dice.below(59),
                1 + dice.below(12),
                1 + dice.below(19),
                1 + dice.below(400),
                1 + dice.below(900));
    return thirteen + "%02d".formatted(97 - Long.parseLong(thirteen) % 97);
  }

  private String spain() {
    int number = 10_000_000 + dice.below(80_000_000);
    return number + "TRWAGMYFPDXBNJZSQVHLCKE".substring(number % 23, number % 23 + 1);
  }

  private String italy() {
    String consonants = "BCDFGLMNPRSTVZ";
    String body =
        dice.some(consonants, 6)
            + "%02d".formatted(40 + dice.below(60))
            + dice.some("ABCDEHLMPRST", 1)
            + "%02d".formatted(1 + dice.below(28))
            + dice.oneOf(List.of("H501", "F205", "L219", "D612", "A944"));
    int[] odd = {
      1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      char each = body.charAt(i);
      int value = Character.isDigit(each) ? each - '0' : each - 'A';
      sum += i % 2 == 0 ? odd[value] : value;
    }
    return body + (char) ('A' + sum % 26);
  }

  private String netherlands() {
    while (true) {
      String eight = dice.number(8);
      int check = CheckDigits.weighted(eight, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
      if (check < 10) {
        return eight + check;
      }
    }
  }

  private String poland() {
    String ten =
        "%02d%02d%02d%s"
            .formatted(50 + dice.below(49), 1 + dice.below(12), 1 + dice.below(28), dice.digits(4));
    return ten + (10 - CheckDigits.weighted(ten, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3) % 10) % 10;
  }

  private String brazil() {
    String nine = dice.number(9);
    String ten = nine + elevens(CheckDigits.weighted(nine, 10, 9, 8, 7, 6, 5, 4, 3, 2));
    String all = ten + elevens(CheckDigits.weighted(ten, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2));
    return String.format(
        Locale.ROOT,
        "%s.%s.%s-%s",
        all.substring(0, 3),
        all.substring(3, 6),
        all.substring(6, 9),
        all.substring(9));
  }

  private static int elevens(int sum) {
    return sum % 11 < 2 ? 0 : 11 - sum % 11;
  }

  private String australia() {
    while (true) {
      String nine = dice.number(9);
      if (CheckDigits.weighted(nine, 1, 4, 3, 7, 5, 8, 6, 9, 10) % 11 == 0) {
        return nine.substring(0, 3) + " " + nine.substring(3, 6) + " " + nine.substring(6);
      }
    }
  }

  private String japan() {
    String eleven = dice.number(11);
    int rest = CheckDigits.weighted(eleven, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
    return eleven + (rest <= 1 ? 0 : 11 - rest);
  }

  private String korea() {
    String twelve =
        "%02d%02d%02d%s%s"
            .formatted(
                50 + dice.below(49),
                1 + dice.below(12),
                1 + dice.below(28),
                dice.some("12", 1),
                dice.digits(5));
    int check = (11 - CheckDigits.weighted(twelve, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5) % 11) % 10;
    return twelve.substring(0, 6) + "-" + twelve.substring(6) + check;
  }
}
