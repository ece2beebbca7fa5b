package dev.gatehouse.proof;

/** Where in a request a value stands. */
enum Position {
  USER_TEXT(true),
  EARLIER_USER_TEXT(true),
  ASSISTANT_TEXT(true),
  SYSTEM(true),
  TOOL_DESCRIPTION(true),
  TOOL_PROPERTY(false),
  TOOL_ENUM(false),
  TOOL_DEFAULT(false),
  TOOL_ARGUMENTS(true),
  TOOL_RESULT(true),
  ARGUMENT_KEY(false),
  RESULT_KEY(false),
  FILE_NAME(false),
  FILE_TEXT(true),
  METADATA(false),
  USER_FIELD(false),
  STOP(false),
  PARTICIPANT(false),
  HEADER(false);

  private final boolean sentence;

  Position(boolean sentence) {
    this.sentence = sentence;
  }

  /** Whether people write sentences there; elsewhere the statement stands alone. */
  boolean takesSentences() {
    return sentence;
  }
}
