package dev.gatehouse.config;

/**
 * How private a text is. The classes form a lattice: PUBLIC &lt; INTERNAL &lt; PERSONAL &lt;
 * {HEALTH, FINANCIAL} &lt; SECRET, with CUSTOMER and UNSCANNABLE beside them; a request carries the
 * set of all classes found in it, and the strictest treatment of any of them holds.
 */
public enum PrivacyClass {
  /** Nothing private found. */
  PUBLIC(0),
  /** Not public, yet harmless: a public figure's name, an organisation. */
  INTERNAL(1),
  /** Belongs to a private person: a name in a letter, an e-mail address, a phone number. */
  PERSONAL(2),
  /** Accounts, cards and salaries. */
  FINANCIAL(3),
  /** A person's health. */
  HEALTH(3),
  /** On the customer's own dictionary. */
  CUSTOMER(3),
  /**
   * Could not be scanned, so it counts as private: an image, audio, an unknown encoding, a failed
   * scan.
   */
  UNSCANNABLE(3),
  /** Keys, passwords, tokens. */
  SECRET(4);

  private final int rank;

  PrivacyClass(int rank) {
    this.rank = rank;
  }

  /**
   * Height in the lattice, 0 (PUBLIC) to 4 (SECRET); classes of equal rank are not ordered among
   * themselves.
   */
  public int rank() {
    return rank;
  }
}
