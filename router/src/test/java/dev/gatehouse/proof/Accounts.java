package dev.gatehouse.proof;

import java.util.List;

/** Numbers and addresses that anybody knows by their form: cards, IBANs, e-mail, phones. */
final class Accounts {
  private static final List<String> CARDS =
      List.of("4 15", "51 15", "54 15", "2223 15", "34 14", "37 14", "6011 15", "3530 15");
  private static final List<String> NAMES =
      List.of(
          "marta", "jonas", "elodie", "pablo", "giulia", "tiago", "sanne", "zofia", "kenji",
          "asha");
  private static final List<String> SURNAMES =
      List.of(
          "brandauer",
          "lefevre",
          "okonkwo",
          "wielgosz",
          "castellani",
          "vanderberg",
          "nakagawa",
          "mehrotra");
  private static final List<String> DOMAINS =
      List.of(
          "nordpost.de",
          "courrier.fr",
          "correos.es",
          "postino.it",
          "correio.pt",
          "brievenbus.nl",
          "skrzynka.pl",
          "tegami.jp",
          "daakghar.in",
          "mailhouse.com");
  private static final List<String> PHONES =
      List.of(
          "+49 151 2#######",
          "+44 7400 ######",
          "+33 6 12 ## ## ##",
          "+34 612 ### ###",
          "+39 347 ### ####",
          "+351 912 ### ###",
          "+31 6 12######",
          "+48 512 ### ###",
          "+81 90-3###-####",
          "+91 98765 #####",
          "+1 212-555-2###",
          "+55 11 9####-####");

  private final Dice dice;

  Accounts(Dice dice) {
    this.dice = dice;
  }

  PrivateValue card() {
    String[] form = dice.oneOf(CARDS).split(" ", -1);
    int length = Integer.parseInt(form[1]);
    String number = CheckDigits.luhn(form[0] + dice.digits(length - form[0].length()));
    String written = dice.below(2) == 0 ? number : grouped(number, dice.oneOf(List.of(" ", "-")));
    return new PrivateValue(Kind.CARD, written, written);
  }

  PrivateValue iban() {
    String iban =
        switch (dice.below(7)) {
          case 0 -> CheckDigits.iban("DE", dice.number(18));
          case 1 ->
              CheckDigits.iban("NL", dice.oneOf(List.of("ABNA", "INGB", "RABO")) + dice.digits(10));
          case 2 ->
              CheckDigits.iban("GB", dice.oneOf(List.of("NWBK", "BARC", "HBUK")) + dice.digits(14));
          case 3 -> CheckDigits.iban("PL", dice.number(24));
          case 4 -> CheckDigits.iban("ES", dice.number(20));
          case 5 -> CheckDigits.iban("PT", dice.number(21));
          default -> CheckDigits.iban("AT", dice.number(16));
        };
    String written = dice.below(2) == 0 ? iban : grouped(iban, " ");
    return new PrivateValue(Kind.IBAN, written, written);
  }

  private static String grouped(String number, String separator) {
    return number.replaceAll("(.{4})(?!$)", "$1" + separator);
  }

  PrivateValue email() {
    String address =
        dice.oneOf(NAMES)
            + dice.oneOf(List.of(".", "_", ""))
            + dice.oneOf(SURNAMES)
            + dice.below(900)
            + "@"
            + dice.oneOf(DOMAINS);
    return new PrivateValue(Kind.EMAIL, address, address);
  }

  PrivateValue phone(Language language) {
    StringBuilder number = new StringBuilder();
    dice.oneOf(PHONES)
        .chars()
        .forEach(each -> number.append(each == '#' ? dice.digits(1) : String.valueOf((char) each)));
    return new PrivateValue(Kind.PHONE, number.toString(), language.phone(number.toString()));
  }

  PrivateValue password(Language language) {
    String password =
        dice.some(Dice.UPPER, 2)
            + dice.some(Dice.LOWER, 5)
            + dice.digits(3)
            + dice.oneOf(List.of("!", "#", "?"))
            + dice.some(Dice.WORD, 3);
    return new PrivateValue(Kind.PASSWORD, password, language.password(password));
  }
}
