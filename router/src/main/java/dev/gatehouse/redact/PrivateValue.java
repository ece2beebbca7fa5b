package dev.gatehouse.redact;

import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.privacy.names.Names;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A value that must not leave, as it is written. */
public record PrivateValue(FindingType type, String text) {
  private static final int LEAST_PART = 3;
  private static final int LEAST_DIGITS = 5;
  private static final int LEAST_UNMISTAKABLE = 5;
  private static final int LEAST_CUSTOMER = 3;

  /** Words of the protocols and of titles: as values they tell of nobody. */
  private static final Set<String> COMMON =
      Set.of(
          "assistant",
          "developer",
          "tool",
          "message",
          "string",
          "object",
          "array",
          "number",
          "integer",
          "boolean",
          "auto",
          "none",
          "true",
          "false",
          "null",
          "file",
          "url",
          "image",
          "json",
          "mrs",
          "miss",
          "frau",
          "herr",
          "monsieur",
          "madame",
          "the",
          "and",
          "von",
          "van",
          "der",
          "den",
          "del",
          "dos");

  /** Whether it is a name, which letter case parts from a word of the language. */
  public boolean isName() {
    return switch (type) {
      case PERSON, TITLE, ORGANIZATION, LOCATION, NATIONALITY, CUSTOMER -> true;
      case ADDRESS, EMAIL, PHONE, USERNAME, URL, IP_ADDRESS, MAC_ADDRESS, COORDINATES -> false;
      case DATE, DATE_OF_BIRTH, AGE, CREDIT_CARD, IBAN, BANK_ACCOUNT, CRYPTO_WALLET -> false;
      case SALARY, NATIONAL_ID, TAX_ID, PASSPORT, DRIVING_LICENCE, VEHICLE -> false;
      case EMPLOYEE_ID, MEDICAL_RECORD, INSURANCE_ID, HEALTH, SECRET, UNSCANNABLE -> false;
    };
  }

  /**
   * Whether it says the same wherever else it stands. The age 42 does not: the number is in many
   * texts, and would only be taken out of its own place.
   */
  public boolean isDistinctive() {
    String plain = CompactText.of(text).characters();
    if (plain.isEmpty() || isCommon(text)) {
      return false;
    }
    if (plain.chars().allMatch(Character::isDigit)) {
      return plain.length() >= LEAST_DIGITS;
    }
    boolean ideographs = plain.charAt(0) >= 0x2E80;
    return plain.length() >= (ideographs || isName() ? 2 : LEAST_PART);
  }

  private static boolean isCommon(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return COMMON.contains(lower) || ProtocolFields.isName(lower);
  }

  /**
   * Whether it is a person's name that stands for the person in every spelling: in small letters,
   * glued to other words, with a possessive ending. Short names and plain words would be found in
   * other words as well.
   */
  boolean isUnmistakable() {
    return type == FindingType.PERSON && isNoPlainWord();
  }

  /**
   * Whether it counts only where it is capitalised as names are: a name of one word that is short
   * or a plain word besides, as {@code Will}, {@code Carpenter} and the organization {@code
   * Marketing}. A customer's name is the word of the user's own dictionary, which is found in any
   * letter case too.
   */
  boolean needsCapital() {
    boolean plain =
        type == FindingType.CUSTOMER ? text.length() < LEAST_CUSTOMER : !isNoPlainWord();
    return isName()
        && plain
        && text.chars().noneMatch(Character::isWhitespace)
        && Character.isUpperCase(text.codePointAt(0));
  }

  private boolean isNoPlainWord() {
    return text.codePoints().filter(Character::isLetter).count() >= LEAST_UNMISTAKABLE
        && (text.chars().anyMatch(Character::isWhitespace) || !Names.isPlainWord(text));
  }

  /** What a person is called by for short: capitalised words of three letters or more. */
  List<PrivateValue> parts() {
    Set<String> parts = new LinkedHashSet<>();
    String[] words = type == FindingType.PERSON ? text.strip().split("[\\s,;]+") : new String[0];
    for (String word : words) {
      parts.add(word);
      parts.addAll(List.of(word.split("-")));
    }
    return parts.stream()
        .filter(part -> part.length() < text.strip().length() && isPart(part))
        .map(part -> new PrivateValue(type, part))
        .toList();
  }

  private static boolean isPart(String word) {
    return word.codePointCount(0, word.length()) >= LEAST_PART
        && word.codePoints()
            .allMatch(each -> Character.isLetter(each) || "-'\u2019".indexOf(each) >= 0)
        && (Character.isUpperCase(word.codePointAt(0))
            || new PrivateValue(FindingType.PERSON, word).isUnmistakable())
        && !isCommon(word);
  }

  @Override
  public String toString() {
    return "PrivateValue[" + type + "]";
  }
}
