package dev.gatehouse.classify.privacy.context;

import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.privacy.text.Match;
import dev.gatehouse.classify.privacy.text.Words;
import dev.gatehouse.config.PrivacyClass;
import java.util.Comparator;
import java.util.List;

/** At which words of a text stand values that are private by themselves, and of which types. */
final class PrivateTypes {

  private static final int TYPES = 17;

  private final long[] ofWord;

  PrivateTypes(Words words, List<Match> matches) {
    ofWord = new long[words.count()];
    int[] marked = new int[TYPES];
    matches.stream()
        .filter(match -> match.rule().privacyClass().rank() >= PrivacyClass.PERSONAL.rank())
        .sorted(Comparator.comparingInt(Match::start))
        .forEach(match -> mark(words, match, marked));
  }

  /** Marks each word once for each type, however many values overlap there. */
  private void mark(Words words, Match match, int[] marked) {
    int type = number(match.rule().type());
    int word = Math.max(marked[type], words.at(match.start()));
    while (word < ofWord.length && words.start(word) < match.end()) {
      ofWord[word++] |= 1L << type;
    }
    marked[type] = word;
  }

  /** Which types stand for one another is nobody's to learn; the numbers are the weights' own. */
  private static int number(FindingType type) {
    return switch (type) {
      case EMAIL -> 0;
      case PHONE -> 1;
      case USERNAME -> 2;
      case URL -> 3;
      case IP_ADDRESS, MAC_ADDRESS -> 4;
      case COORDINATES, VEHICLE -> 5;
      case DATE_OF_BIRTH, AGE -> 6;
      case CREDIT_CARD, IBAN, BANK_ACCOUNT, CRYPTO_WALLET -> 7;
      case SALARY -> 8;
      case NATIONAL_ID, TAX_ID, PASSPORT, DRIVING_LICENCE -> 9;
      case EMPLOYEE_ID -> 10;
      case MEDICAL_RECORD, INSURANCE_ID -> 11;
      case HEALTH -> 12;
      case SECRET -> 13;
      case CUSTOMER -> 14;
      case UNSCANNABLE -> 15;
      case PERSON, TITLE, ORGANIZATION, LOCATION, ADDRESS, DATE, NATIONALITY -> 16;
    };
  }

  /** The types in the whole text, as a set of bits. */
  long all() {
    return between(0, ofWord.length);
  }

  /** The types at the words {@code from} to {@code to}; beyond the text there are none. */
  long between(int from, int to) {
    long found = 0;
    for (int i = Math.max(0, from); i < Math.min(ofWord.length, to); i++) {
      found |= ofWord[i];
    }
    return found;
  }
}
