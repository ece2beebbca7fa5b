package dev.gatehouse.classify.privacy.finance;

import dev.gatehouse.classify.privacy.text.Surroundings;
import java.util.List;
import java.util.Locale;

/** What the key of a value says of it. */
enum MoneyField {
  /** Nothing. */
  NONE,
  /** It is somebody's money. */
  OF_PERSON;

  /** Nobody has them but a person. */
  private static final List<String> ALONE =
      List.of(
          "salary",
          "basesalary",
          "annualsalary",
          "monthlysalary",
          "grosssalary",
          "netsalary",
          "income",
          "annualincome",
          "monthlyincome",
          "grossincome",
          "netincome",
          "householdincome",
          "netpay",
          "grosspay",
          "takehomepay",
          "hourlywage",
          "wage",
          "pension",
          "alimony",
          "creditscore",
          "gehalt",
          "bruttogehalt",
          "nettogehalt",
          "salaire",
          "salario",
          "sueldo",
          "nomina",
          "stipendio",
          "reddito",
          "ral",
          "salaris",
          "wynagrodzenie",
          "pensja",
          "年収",
          "給与",
          "月給",
          "वेतन");

  /** Other things have them as well. */
  private static final List<String> WITH_PERSON =
      List.of(
          "balance",
          "accountbalance",
          "outstandingbalance",
          "amountdue",
          "amountowed",
          "debt",
          "debts",
          "totaldebt",
          "loan",
          "loanamount",
          "mortgage",
          "networth",
          "savings",
          "bonus",
          "compensation",
          "kontostand",
          "schulden",
          "solde",
          "saldo",
          "残高");

  private static final List<String> PERSONS =
      List.of(
          "dob",
          "dateofbirth",
          "birthdate",
          "firstname",
          "lastname",
          "surname",
          "fullname",
          "ssn",
          "customer",
          "customername",
          "employee",
          "employeename",
          "borrower",
          "applicant",
          "email",
          "vorname",
          "nachname",
          "prenom",
          "apellido",
          "accountholder",
          "holder",
          "氏名",
          "नाम");

  static MoneyField of(Surroundings surroundings) {
    if (surroundings.key().isEmpty()) {
      return NONE;
    }
    String key = plain(surroundings.key());
    boolean mayBe = WITH_PERSON.contains(key);
    boolean ofPerson =
        mayBe
            && surroundings.siblings().stream().map(MoneyField::plain).anyMatch(PERSONS::contains);
    return ofPerson || ALONE.contains(key) ? OF_PERSON : NONE;
  }

  private static String plain(String key) {
    return key.replaceAll("[-_. ]", "").toLowerCase(Locale.ROOT);
  }

  /** Whether the value as a whole is a sum: mostly digits. */
  boolean holdsSum(String value) {
    long digits = value.chars().filter(Character::isDigit).count();
    return this == OF_PERSON && digits >= 3 && digits * 3 >= value.length();
  }
}
