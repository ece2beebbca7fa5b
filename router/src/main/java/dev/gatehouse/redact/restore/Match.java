package dev.gatehouse.redact.restore;

/** What stands at one position of a text. */
sealed interface Match {

  /** No token. */
  Match NOTHING = new Nothing();

  /** What could become a token, or a longer one, by what follows. */
  Match BEGINNING = new Beginning();

  /** See {@link #NOTHING}. */
  record Nothing() implements Match {}

  /** See {@link #BEGINNING}. */
  record Beginning() implements Match {}

  /**
   * A token.
   *
   * @param end where it ends, exclusive
   * @param value what it stands for
   */
  record Token(int end, String value) implements Match {

    /** Without the value. */
    @Override
    public String toString() {
      return "Token[end=" + end + "]";
    }
  }
}
