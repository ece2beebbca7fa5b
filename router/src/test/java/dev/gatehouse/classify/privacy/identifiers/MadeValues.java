package dev.gatehouse.classify.privacy.identifiers;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/** Values of every kind, made by chance with right check digits. */
final class MadeValues {

  private final Random random;

  MadeValues(long seed) {
    random = new Random(seed);
  }

  /** Values of a kind as the countries of a language have them. */
  List<String> of(String kind, String language) {
    return switch (kind) {
      case "card" -> List.of(grouped(card(), 4), card());
      case "iban" -> List.of(iban("DE", 18), grouped(iban("ES", 20), 4));
      case "account" -> List.of(pick("########"), pick("##########"));
      case "national" -> national(language);
      case "tax" -> tax(language);
      case "passport" -> List.of(pick("@########"), pick("#########"), pick("@@#######"));
      case "driving" -> List.of(pick("@#######"), pick("@@########@"));
      case "phone" -> phone(language);
      case "birth" -> List.of("1979-02-11", "11/02/1979", "11.02.1979");
      case "patient" -> List.of(pick("#######"), pick("@-#####"), pick("########"));
      case "insurance" -> List.of(pick("@#########"), pick("##########"));
      case "employee" -> List.of(pick("@-#####"), pick("######"), pick("@@#####"));
      case "customer" -> List.of(pick("@-#####"), pick("########"), pick("@@-####-##"));
      case "case" -> List.of(pick("@@-2024-####"), pick("@#@@#@"), pick("#######"));
      case "plate" -> plate(language);
      case "ip" -> List.of("84.17.203.9");
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private List<String> national(String language) {
    return switch (language) {
      case "en" -> List.of(ssn(), pick("4## 5# 5###"));
      case "de" -> List.of("L" + pick("##@##@###"), pension());
      case "fr" ->
          List.of(nir(), nir().replaceAll("(.)(..)(..)(..)(...)(...)(..)", "$1 $2 $3 $4 $5 $6 $7"));
      case "es" -> List.of(dni());
      case "it" -> List.of(fiscalCode());
      case "pt" -> List.of(cpf().replaceAll("(...)(...)(...)(..)", "$1.$2.$3-$4"), cpf());
      case "nl" -> List.of(pick("#########"));
      case "pl" -> List.of(pesel());
      default -> List.of(aadhaar().replaceAll("(....)(....)(....)", "$1 $2 $3"), aadhaar());
    };
  }

  private List<String> tax(String language) {
    return switch (language) {
      case "en" -> List.of(pick("##-#######"), pick("##########"));
      case "de" -> List.of(pick("###########"), pick("##/###/#####"));
      case "fr" -> List.of(pick("#############"), pick("## ## ### ### ###"));
      case "es" -> List.of(pick("B########"), dni());
      case "it" -> List.of(pick("###########"), pick("IT###########"));
      case "nl" -> List.of(pick("NL#########B01"));
      case "pl" -> List.of(pick("###-###-##-##"), pick("##########"));
      case "ja" -> List.of(pick("#############"));
      case "hi" -> List.of(pick("@@@P@####@"));
      default -> List.of(pick("#########"), pick("### ### ###"));
    };
  }

  private List<String> phone(String language) {
    return switch (language) {
      case "en" -> List.of("(415) 682-9930", "+44 7911 482209");
      case "de" -> List.of("0171 4829930", "+49 89 48299301");
      case "fr" -> List.of("06 48 29 93 01", "+33 6 48 29 93 01");
      case "es" -> List.of("648 299 301", "+34 648 299 301");
      case "it" -> List.of("348 299 3017", "+39 348 2993017");
      case "pt" -> List.of("912 482 993", "(11) 98482-9930");
      case "nl" -> List.of("06-48299301", "+31 6 48299301");
      case "pl" -> List.of("648 299 301", "+48 648 299 301");
      case "ja" -> List.of("090-4829-9301", "03-4829-9301");
      default -> List.of("98482 99301", "+91 98482 99301");
    };
  }

  private List<String> plate(String language) {
    return switch (language) {
      case "de" -> List.of("M-AB 4471", "HH-KX 812");
      case "fr", "it" -> List.of("GK-482-LM", "GK482LM");
      case "es" -> List.of("4482 KLM");
      case "pt" -> List.of("ABC1D23", "48-KL-99");
      case "nl" -> List.of("12-KLM-3", "GK-482-L");
      case "pl" -> List.of("WA 48293", "KR 4829L");
      case "hi" -> List.of("MH 12 AB 4482");
      default -> List.of("KT19 WXE", "8KLM482");
    };
  }

  /** A # is a digit and an @ a capital; the first digit is not 0. */
  private String pick(String form) {
    StringBuilder value = new StringBuilder();
    for (int i = 0; i < form.length(); i++) {
      char c = form.charAt(i);
      char letter = "ABCDEFGHJKLMNPRSTVWXYZ".charAt(random.nextInt(22));
      value.append(c == '#' ? (char) ('1' + random.nextInt(9)) : c == '@' ? letter : c);
    }
    return value.toString();
  }

  private String ssn() {
    return pick("4##-##-####");
  }

  private String pension() {
    String area = pick("##") + "070649";
    return IntStream.range(0, 10)
        .mapToObj(check -> area + "C10" + check)
        .filter(IdFormats::isPensionNumber)
        .findFirst()
        .orElseThrow();
  }

  private String nir() {
    String base = "2" + pick("##") + "03" + pick("########");
    return base + "%02d".formatted(97 - CheckDigits.remainder(base, 97));
  }

  private String dni() {
    String digits = pick("########");
    return digits + "TRWAGMYFPDXBNJZSQVHLCKE".charAt(Integer.parseInt(digits) % 23);
  }

  private String fiscalCode() {
    return pick("BNCLRA77E53H5##D");
  }

  private String cpf() {
    String base = pick("#########");
    return IntStream.range(0, 100)
        .mapToObj(check -> base + "%02d".formatted(check))
        .filter(IdFormats::isCpf)
        .findFirst()
        .orElseThrow();
  }

  private String pesel() {
    String base = "0" + pick("#") + "0708" + pick("####");
    return IntStream.range(0, 10)
        .mapToObj(check -> base + check)
        .filter(NationalChecks::isPesel)
        .findFirst()
        .orElseThrow();
  }

  private String aadhaar() {
    String base = "3" + pick("##########");
    return IntStream.range(0, 10)
        .mapToObj(check -> base + check)
        .filter(CheckDigits::verhoeff)
        .findFirst()
        .orElseThrow();
  }

  private String card() {
    String base = "4" + pick("##############");
    return IntStream.range(0, 10)
        .mapToObj(check -> base + check)
        .filter(CheckDigits::luhn)
        .findFirst()
        .orElseThrow();
  }

  private String iban(String country, int digits) {
    String account = pick("#".repeat(digits));
    String letters = "%d%d".formatted(country.charAt(0) - 'A' + 10, country.charAt(1) - 'A' + 10);
    int check = 98 - CheckDigits.remainder(account + letters + "00", 97);
    return "%s%02d%s".formatted(country, check, account).toUpperCase(Locale.ROOT);
  }

  private static String grouped(String value, int size) {
    return value.replaceAll("(.{%d})(?=.)".formatted(size), "$1 ");
  }
}
