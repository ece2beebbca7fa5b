package dev.gatehouse.ledger;

/** Whose spending is meant. */
public sealed interface Scope {

  /** Everybody's. */
  record Global() implements Scope {}

  /** That of one client key, by its configured name. */
  record Key(String name) implements Scope {}

  /** What goes to one provider, by its configured name. */
  record Provider(String name) implements Scope {}

  /**
   * Reads the notation of the configuration: {@code global}, {@code key:NAME} or {@code
   * provider:NAME}.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  static Scope parse(String text) {
    if (text.equals("global")) {
      return new Global();
    }
    if (text.startsWith("key:")) {
      return new Key(text.substring("key:".length()));
    }
    if (text.startsWith("provider:")) {
      return new Provider(text.substring("provider:".length()));
    }
    throw new IllegalArgumentException(
        "scope: expected global, key:NAME or provider:NAME, got " + text);
  }
}
