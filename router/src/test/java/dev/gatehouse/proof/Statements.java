package dev.gatehouse.proof;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What is said of private persons, and the customer's own words. */
final class Statements {

  /** Words that the gateway's configuration names as the customer's. */
  static final List<String> CUSTOMERS =
      List.of(
          "Nordlicht Maschinenbau",
          "Projekt Seeadler",
          "Quellwasser Partner",
          "Proyecto Colibr\u00ed",
          "Fonderie Marchetti",
          "\u307f\u3069\u308a\u5546\u4f1a\u672c\u793e\u5de5\u5834");

  private static final List<String> DRUGS =
      List.of(
          "metformin",
          "sertraline",
          "levothyroxine",
          "warfarin",
          "olanzapine",
          "methotrexate",
          "lithium");

  private static final Map<Language, Words> WORDS = new EnumMap<>(Language.class);

  /**
   * Sentences of one language.
   *
   * @param health of a person; {@code {illness}}
   * @param fact the part that is looked for: illness, drug and dose
   * @param salary of a person; one amount
   * @param name in a private matter; one name
   */
  private record Words(
      String health,
      String fact,
      List<String> illnesses,
      String salary,
      String name,
      List<String> names) {}

  static {
    WORDS.put(
        Language.EN,
        new Words(
            "My mother was diagnosed with %s.",
            "%s and takes %s %d mg every day",
            List.of("type 2 diabetes", "bipolar disorder", "breast cancer", "multiple sclerosis"),
            "Our employee Ms Holloway earns a salary of %s a year.",
            "Dear %s, thank you for telling me about your divorce. Yours, Ruth",
            List.of("Imogen Hathersage", "Desmond Pickersgill", "Philippa Thornbury")));
    WORDS.put(
        Language.DE,
        new Words(
            "Meine Mutter leidet an %s.",
            "%s und nimmt %s %d mg jeden Tag",
            List.of(
                "Typ-2-Diabetes",
                "einer bipolaren St\u00f6rung",
                "Brustkrebs",
                "Multipler Sklerose"),
            "Unsere Mitarbeiterin Frau Hollerbach verdient ein Gehalt von %s im Jahr.",
            "Liebe Frau %s, danke f\u00fcr Ihren Brief wegen der Scheidung. Ihre Ruth",
            List.of("Hannelore Birkenstock", "Adelheid Wagenknecht", "Gundula Rosenthal")));
    WORDS.put(
        Language.FR,
        new Words(
            "Ma m\u00e8re souffre de %s.",
            "%s et prend %s %d mg chaque jour",
            List.of(
                "diab\u00e8te de type 2",
                "trouble bipolaire",
                "cancer du sein",
                "scl\u00e9rose en plaques"),
            "Notre employ\u00e9e Mme Haubert touche un salaire de %s par an.",
            "Ch\u00e8re Madame %s, merci de votre lettre au sujet du divorce. Ruth",
            List.of("Ghislaine Montparnon", "C\u00e9lestine Aubertin", "Maryvonne Lescure")));
    WORDS.put(
        Language.ES,
        new Words(
            "Mi madre padece %s.",
            "%s y toma %s %d mg cada d\u00eda",
            List.of(
                "diabetes tipo 2",
                "trastorno bipolar",
                "c\u00e1ncer de mama",
                "esclerosis m\u00faltiple"),
            "Nuestra empleada la se\u00f1ora Ibarra gana un salario de %s al a\u00f1o.",
            "Estimada se\u00f1ora %s, gracias por su carta sobre el divorcio. Ruth",
            List.of("Encarnaci\u00f3n Villalobos", "Remedios Arizmendi", "Consuelo Barrenechea")));
    WORDS.put(
        Language.IT,
        new Words(
            "Mia madre soffre di %s.",
            "%s e prende %s %d mg ogni giorno",
            List.of(
                "diabete di tipo 2", "disturbo bipolare", "tumore al seno", "sclerosi multipla"),
            "La nostra dipendente signora Olivieri ha uno stipendio di %s all'anno.",
            "Gentile signora %s, grazie della Sua lettera sul divorzio. Ruth",
            List.of("Ermenegilda Passalacqua", "Fiorenza Castiglioni", "Donatella Spadafora")));
    WORDS.put(
        Language.PT,
        new Words(
            "A minha m\u00e3e sofre de %s.",
            "%s e toma %s %d mg todos os dias",
            List.of(
                "diabetes tipo 2",
                "transtorno bipolar",
                "c\u00e2ncer de mama",
                "esclerose m\u00faltipla"),
            "A nossa funcion\u00e1ria senhora Olival ganha um sal\u00e1rio de %s por ano.",
            "Cara senhora %s, obrigada pela sua carta sobre o div\u00f3rcio. Ruth",
            List.of("Felisberta Vasconcelos", "Deolinda Carvalhal", "Graciete Figueiredo")));
    WORDS.put(
        Language.NL,
        new Words(
            "Mijn moeder lijdt aan %s.",
            "%s en slikt %s %d mg elke dag",
            List.of(
                "diabetes type 2", "een bipolaire stoornis", "borstkanker", "multiple sclerose"),
            "Onze medewerkster mevrouw Hogeveen verdient een salaris van %s per jaar.",
            "Beste mevrouw %s, dank voor uw brief over de scheiding. Ruth",
            List.of("Geertruida Hoogendoorn", "Wilhelmina Terpstra", "Liesbeth Zonneveld")));
    WORDS.put(
        Language.PL,
        new Words(
            "Moja matka choruje na %s.",
            "%s i bierze %s %d mg codziennie",
            List.of(
                "cukrzyc\u0119 typu 2",
                "chorob\u0119 afektywn\u0105 dwubiegunow\u0105",
                "raka piersi",
                "stwardnienie rozsiane"),
            "Nasza pracowniczka pani Olszewska ma wynagrodzenie %s rocznie.",
            "Szanowna Pani %s, dzi\u0119kuj\u0119 za list w sprawie rozwodu. Ruth",
            List.of(
                "Kunegunda Wi\u015bniowiecka",
                "Bogumi\u0142a Trzebiatowska",
                "Stanis\u0142awa Grzegorzewska")));
    WORDS.put(
        Language.JA,
        new Words(
            "\u6bcd\u306f%s\u3002",
            "%s\u3067\u3001%s \u3092\u6bce\u65e5 %d mg \u670d\u7528\u3057\u3066\u3044\u307e\u3059",
            List.of(
                "\u7cd6\u5c3f\u75c5",
                "\u53cc\u6975\u6027\u969c\u5bb3",
                "\u4e73\u304c\u3093",
                "\u591a\u767a\u6027\u786c\u5316\u75c7"),
            "\u793e\u54e1\u306e\u5927\u6cc9\u3055\u3093\u306e\u7d66\u4e0e\u306f\u5e74\u306b %s \u3067\u3059\u3002",
            "\u62dd\u5553\u3000%s\u69d8\u3001\u96e2\u5a5a\u306e\u4ef6\u3067\u306e\u304a\u624b\u7d19\u3092\u3042\u308a\u304c\u3068\u3046\u3054\u3056\u3044\u307e\u3057\u305f\u3002",
            List.of("Haruko Nakanishi", "Michiyo Shinohara", "Tomoko Kurihara")));
    WORDS.put(
        Language.HI,
        new Words(
            "\u092e\u0947\u0930\u0940 \u092e\u093e\u0901 \u0915\u094b %s \u0939\u0948\u0964",
            "%s \u0939\u0948 \u0914\u0930 \u0935\u0939 \u0930\u094b\u091c %s %d mg \u0932\u0947\u0924\u0940",
            List.of(
                "\u092e\u0927\u0941\u092e\u0947\u0939",
                "\u0926\u094d\u0935\u093f\u0927\u094d\u0930\u0941\u0935\u0940 \u0935\u093f\u0915\u093e\u0930",
                "\u0938\u094d\u0924\u0928 \u0915\u0948\u0902\u0938\u0930",
                "\u092e\u0932\u094d\u091f\u0940\u092a\u0932 \u0938\u094d\u0915\u0947\u0932\u0947\u0930\u094b\u0938\u093f\u0938"),
            "\u0939\u092e\u093e\u0930\u0940 \u0915\u0930\u094d\u092e\u091a\u093e\u0930\u0940 \u0938\u0941\u0936\u094d\u0930\u0940 \u0905\u0939\u0942\u091c\u093e \u0915\u093e \u0935\u0947\u0924\u0928 %s \u092a\u094d\u0930\u0924\u093f \u0935\u0930\u094d\u0937 \u0939\u0948\u0964",
            "\u092a\u094d\u0930\u093f\u092f %s \u091c\u0940, \u0924\u0932\u093e\u0915 \u0915\u0947 \u092c\u093e\u0930\u0947 \u092e\u0947\u0902 \u0906\u092a\u0915\u0947 \u092a\u0924\u094d\u0930 \u0915\u0947 \u0932\u093f\u090f \u0927\u0928\u094d\u092f\u0935\u093e\u0926\u0964",
            List.of("Lakshmi Venkataraman", "Gayatri Bhattacharya", "Sulochana Deshpande")));
  }

  private final Dice dice;

  Statements(Dice dice) {
    this.dice = dice;
  }

  private static Words words(Language language) {
    return Objects.requireNonNull(WORDS.get(language));
  }

  PrivateValue health(Language language) {
    Words words = words(language);
    String fact =
        words
            .fact()
            .formatted(dice.oneOf(words.illnesses()), dice.oneOf(DRUGS), 10 + dice.below(490));
    return new PrivateValue(Kind.HEALTH, fact, words.health().formatted(fact));
  }

  PrivateValue salary(Language language) {
    int whole = 31_000 + dice.below(88_000);
    int cents = dice.below(100);
    String amount =
        switch (language) {
          case EN, JA, HI -> String.format(Locale.ROOT, "EUR %,d.%02d", whole, cents);
          case DE, FR, ES, IT, PT, NL, PL ->
              String.format(Locale.GERMANY, "%,d,%02d EUR", whole, cents);
        };
    return new PrivateValue(Kind.SALARY, amount, words(language).salary().formatted(amount));
  }

  PrivateValue name(Language language) {
    Words words = words(language);
    String name = dice.oneOf(words.names());
    return new PrivateValue(Kind.NAME, name, words.name().formatted(name));
  }

  PrivateValue customer() {
    String customer = dice.oneOf(CUSTOMERS);
    return new PrivateValue(Kind.CUSTOMER, customer, customer);
  }
}
