package dev.gatehouse.classify.privacy.identifiers;

/**
 * Finds one kind of identifier in a text whose labels are known, and leaves alone what a finder
 * before it took: their order is {@link IdentifierDetector}'s. Keeps no state; linear.
 */
interface Finder {

  /** Adds what it finds to the reading. */
  void find(Reading reading);
}
