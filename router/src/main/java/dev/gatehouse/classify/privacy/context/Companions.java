package dev.gatehouse.classify.privacy.context;

import dev.gatehouse.classify.privacy.text.Match;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Words;
import dev.gatehouse.config.PrivacyClass;
import java.util.Arrays;
import java.util.List;

/**
 * What stands beside a private person and tells who it is: an age, a nationality, where the person
 * lives, when it was born, whom it works for. Without such a person beside it none of them is
 * private.
 */
final class Companions {

  /** An age or a nationality belongs to the name it stands next to. */
  private static final int NEXT_TO = 8;

  /** An employer or a school may stand at the other end of a sentence. */
  private static final int IN_SENTENCE = 25;

  private static final int CUE = 4;

  private final Words words;
  private final TextContext context;

  /** For each word, how many words it is from the next private person. */
  private final int[] distances;

  Companions(NormalizedText text, TextContext context, List<Candidate> persons) {
    this.words = text.words();
    this.context = context;
    this.distances = persons.isEmpty() ? new int[0] : distances(persons);
  }

  private int[] distances(List<Candidate> persons) {
    int[] distance = new int[words.count() + 1];
    Arrays.fill(distance, Integer.MAX_VALUE / 2);
    for (Candidate person : persons) {
      for (int word = person.first(); word < Math.min(person.end(), words.count()); word++) {
        distance[word] = 0;
      }
    }
    for (int i = 1; i < distance.length; i++) {
      distance[i] = Math.min(distance[i], distance[i - 1] + 1);
    }
    for (int i = distance.length - 2; i >= 0; i--) {
      distance[i] = Math.min(distance[i], distance[i + 1] + 1);
    }
    return distance;
  }

  /** Raises those of the matches that belong to a private person. */
  void raise(List<Match> matches) {
    if (distances.length == 0) {
      return;
    }
    for (int i = 0; i < matches.size(); i++) {
      Match match = matches.get(i);
      if (match.rule().privacyClass() == PrivacyClass.INTERNAL && belongs(match)) {
        matches.set(i, PersonalMatches.of(match));
      }
    }
  }

  private boolean belongs(Match match) {
    int first = words.at(match.start());
    int distance =
        Math.min(distances[first], distances[Math.min(words.count(), words.at(match.end()))]);
    long near = context.between(first - CUE, first) | context.between(first, first + CUE);
    return switch (match.rule().type()) {
      case AGE, NATIONALITY -> distance <= NEXT_TO;
      case ORGANIZATION -> distance <= IN_SENTENCE;
      case LOCATION -> distance <= IN_SENTENCE && (Cue.HOME.isIn(near) || Cue.BORN.isIn(near));
      case DATE -> distance <= IN_SENTENCE && (Cue.EVENT.isIn(near) || Cue.BORN.isIn(near));
      case PERSON, TITLE, ADDRESS, EMAIL, PHONE, USERNAME, URL, IP_ADDRESS, MAC_ADDRESS -> false;
      case COORDINATES, DATE_OF_BIRTH, CREDIT_CARD, IBAN, BANK_ACCOUNT, CRYPTO_WALLET -> false;
      case SALARY, NATIONAL_ID, TAX_ID, PASSPORT, DRIVING_LICENCE, VEHICLE, EMPLOYEE_ID -> false;
      case MEDICAL_RECORD, INSURANCE_ID, HEALTH, SECRET, CUSTOMER, UNSCANNABLE -> false;
    };
  }
}
