package dev.gatehouse.redact.restore;

/**
 * How a text is spelt, and what of it has come but not gone on. Stateful; for one text and one
 * thread.
 */
sealed interface Script permits PlainScript, JsonScript {

  /** A new text of one kind. */
  enum Kind {
    /** As it is read. */
    PLAIN,
    /** JSON text, in which a value is put so that it stays JSON. */
    JSON;

    Script begin() {
      return switch (this) {
        case PLAIN -> new PlainScript();
        case JSON -> new JsonScript();
      };
    }
  }

  /** Takes a piece of the text as it is spelt. */
  void append(String piece);

  /**
   * What came and has not gone on, as it is meant; changes by {@link #append} and {@link #drop}.
   */
  CharSequence said();

  /** Lets one character go on as it is spelt. */
  void pass(int at, StringBuilder out);

  /** Puts a value in the place of what stands before {@code at}. */
  void put(String value, StringBuilder out);

  /** Forgets the first so many characters of {@link #said}. */
  void drop(int count);

  /** Whether anything came and has not gone on. */
  boolean holds();

  /** Lets go on what is not yet a character; what was begun, ends. */
  void rest(StringBuilder out);
}
