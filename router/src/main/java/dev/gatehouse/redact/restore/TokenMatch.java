package dev.gatehouse.redact.restore;

/** What stands at one position of a text. */
sealed interface TokenMatch {

  /** No token. */
  TokenMatch NOTHING = new Nothing();

  /** What could become a token, or a longer one, by what follows. */
  TokenMatch BEGINNING = new Beginning();

  /** See {@link #NOTHING}. */
  record Nothing() implements TokenMatch {}

  /** See {@link #BEGINNING}. */
  record Beginning() implements TokenMatch {}

  /**
   * A token.
   *
   * @param end where it ends, exclusive
   * @param value what it stands for
   */
  record Token(int end, String value) implements TokenMatch {

    /** Without the value. */
    @Override
    public String toString() {
      return "Token[end=" + end + "]";
    }
  }
}
