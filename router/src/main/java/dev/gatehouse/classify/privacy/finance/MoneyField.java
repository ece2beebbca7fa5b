package dev.gatehouse.classify.privacy.finance;

import dev.gatehouse.classify.privacy.statement.FieldName;
import dev.gatehouse.classify.privacy.text.Surroundings;
import java.util.Set;

/** What the key of a value says of it. */
enum MoneyField {
  /** Nothing. */
  NONE,
  /** It is somebody's money. */
  OF_PERSON;

  /** Nobody has them but a person. */
  private static final Set<String> ALONE =
      Set.of(
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
  private static final Set<String> WITH_PERSON =
      Set.of(
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

  private static final Set<String> PERSONS =
      Set.of(
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
    String key = FieldName.plain(surroundings.key());
    boolean ofPerson =
        WITH_PERSON.contains(key) && FieldName.isAny(surroundings.siblings(), PERSONS);
    return ofPerson || ALONE.contains(key) ? OF_PERSON : NONE;
  }

  /** Whether the value as a whole is a sum: mostly digits. */
  boolean holdsSum(String value) {
    if (this != OF_PERSON) {
      return false;
    }
    long digits = value.chars().filter(Character::isDigit).count();
    return digits >= 3 && digits * 3 >= value.length();
  }
}
