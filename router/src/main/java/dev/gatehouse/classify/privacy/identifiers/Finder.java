package dev.gatehouse.classify.privacy.identifiers;

/** Finds one kind of identifier in a text whose labels are known. Keeps no state; linear. */
interface Finder {

  /** Adds what it finds to the reading. */
  void find(Reading reading);
}
