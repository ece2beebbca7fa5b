package dev.gatehouse.proof;

/** The language of the text around a value, and its words for what a value is. */
enum Language {
  EN(
      "password: %s",
      "phone: %s",
      "Please file this note for me. %s Then tell me what is still missing.",
      "Is the following entry complete? %s"),
  DE(
      "Passwort: %s",
      "Telefon: %s",
      "Bitte lege diese Notiz ab. %s Sag mir danach, was noch fehlt.",
      "Ist der folgende Eintrag so in Ordnung? %s"),
  FR(
      "mot de passe : %s",
      "t\u00e9l\u00e9phone : %s",
      "Merci de classer cette note. %s Dis-moi ensuite ce qui manque.",
      "L'entr\u00e9e suivante est-elle compl\u00e8te ? %s"),
  ES(
      "contrase\u00f1a: %s",
      "tel\u00e9fono: %s",
      "Archiva esta nota, por favor. %s Despu\u00e9s dime qu\u00e9 falta.",
      "\u00bfEst\u00e1 completa la siguiente entrada? %s"),
  IT(
      "password: %s",
      "telefono: %s",
      "Archivia questa nota per favore. %s Poi dimmi che cosa manca.",
      "La voce seguente \u00e8 completa? %s"),
  PT(
      "senha: %s",
      "telefone: %s",
      "Arquive esta nota, por favor. %s Depois diga o que falta.",
      "O registo seguinte est\u00e1 completo? %s"),
  NL(
      "wachtwoord: %s",
      "telefoon: %s",
      "Berg deze notitie voor me op. %s Zeg daarna wat er nog ontbreekt.",
      "Klopt de volgende regel zo? %s"),
  PL(
      "has\u0142o: %s",
      "telefon: %s",
      "Prosz\u0119 zapisa\u0107 t\u0119 notatk\u0119. %s Potem powiedz, czego brakuje.",
      "Czy poni\u017cszy wpis jest kompletny? %s"),
  JA(
      "\u30d1\u30b9\u30ef\u30fc\u30c9\uff1a%s",
      "\u96fb\u8a71\u756a\u53f7\uff1a%s",
      "\u3053\u306e\u30e1\u30e2\u3092\u6574\u7406\u3057\u3066\u304f\u3060\u3055\u3044\u3002 %s \u8db3\u308a\u306a\u3044\u3082\u306e\u3092\u6559\u3048\u3066\u304f\u3060\u3055\u3044\u3002",
      "\u6b21\u306e\u8a18\u9332\u306f\u5b8c\u5168\u3067\u3059\u304b\u3002 %s"),
  HI(
      "\u092a\u093e\u0938\u0935\u0930\u094d\u0921: %s",
      "\u092b\u093c\u094b\u0928: %s",
      "\u0915\u0943\u092a\u092f\u093e \u092f\u0939 \u0928\u094b\u091f \u0938\u0939\u0947\u091c \u0932\u0947\u0902\u0964 %s \u092b\u093f\u0930 \u092c\u0924\u093e\u090f\u0901 \u0915\u094d\u092f\u093e \u092c\u093e\u0915\u0940 \u0939\u0948\u0964",
      "\u0915\u094d\u092f\u093e \u0928\u0940\u091a\u0947 \u0915\u0940 \u092a\u094d\u0930\u0935\u093f\u0937\u094d\u091f\u093f \u092a\u0942\u0930\u0940 \u0939\u0948? %s");

  private final String password;
  private final String phone;
  private final String request;
  private final String question;

  Language(String password, String phone, String request, String question) {
    this.password = password;
    this.phone = phone;
    this.request = request;
    this.question = question;
  }

  String password(String value) {
    return password.formatted(value);
  }

  String phone(String value) {
    return phone.formatted(value);
  }

  /** A text of this language around a statement. */
  String carry(String statement, Dice dice) {
    return (dice.below(2) == 0 ? request : question).formatted(statement);
  }
}
