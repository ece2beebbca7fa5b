package dev.gatehouse.classify.privacy.statement;

import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.privacy.text.Appraiser;
import dev.gatehouse.classify.privacy.text.Match;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Rule;
import dev.gatehouse.config.PrivacyClass;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Raises what was not plainly said of a person, where a private person stands near by, and drops it
 * elsewhere. Comes after the appraisal of names, which tells private persons from public ones.
 *
 * @param candidate the rule of what waits for its appraisal, of class {@link PrivacyClass#PUBLIC}
 * @param raised the rule it takes
 */
public record PersonNearBy(Rule candidate, Rule raised) implements Appraiser {

  /** Distance within which a person and a statement belong together, in UTF-16 units. */
  private static final int NEAR = 300;

  private static final Set<FindingType> PERSONS =
      EnumSet.of(
          FindingType.PERSON,
          FindingType.DATE_OF_BIRTH,
          FindingType.NATIONAL_ID,
          FindingType.MEDICAL_RECORD,
          FindingType.INSURANCE_ID,
          FindingType.EMPLOYEE_ID);

  @Override
  public List<Match> appraise(NormalizedText text, List<Match> found) {
    if (!hasCandidate(found)) {
      return found;
    }
    List<Match> persons = found.stream().filter(PersonNearBy::isPrivatePerson).toList();
    List<Match> appraised = new ArrayList<>(found.size());
    for (Match match : found) {
      if (!isCandidate(match)) {
        appraised.add(match);
      } else if (persons.stream().anyMatch(person -> isNear(person, match))) {
        appraised.add(new Match(raised, match.start(), match.end()));
      }
    }
    return appraised;
  }

  private boolean hasCandidate(List<Match> found) {
    for (Match match : found) {
      if (isCandidate(match)) {
        return true;
      }
    }
    return false;
  }

  private boolean isCandidate(Match match) {
    return match.rule().equals(candidate);
  }

  private static boolean isPrivatePerson(Match match) {
    return PERSONS.contains(match.rule().type())
        && match.rule().privacyClass().rank() >= PrivacyClass.PERSONAL.rank();
  }

  private static boolean isNear(Match person, Match match) {
    return person.start() - match.end() <= NEAR && match.start() - person.end() <= NEAR;
  }
}
