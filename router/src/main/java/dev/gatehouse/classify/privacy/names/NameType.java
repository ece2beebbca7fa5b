package dev.gatehouse.classify.privacy.names;

import dev.gatehouse.classify.FindingType;

/** What the tagger tells apart. */
public enum NameType {
  PERSON(FindingType.PERSON, 0),
  ORGANIZATION(FindingType.ORGANIZATION, 1),
  LOCATION(FindingType.LOCATION, 2),
  ADDRESS(FindingType.ADDRESS, 3),
  NATIONALITY(FindingType.NATIONALITY, 4),
  TITLE(FindingType.TITLE, 5);

  private final FindingType findingType;
  private final int index;

  NameType(FindingType findingType, int index) {
    this.findingType = findingType;
    this.index = index;
  }

  /** Its place among the tags, which the trained weights depend on. */
  int index() {
    return index;
  }

  FindingType findingType() {
    return findingType;
  }
}
