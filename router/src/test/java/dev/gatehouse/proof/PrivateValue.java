package dev.gatehouse.proof;

/**
 * A value that must not leave.
 *
 * @param value what is looked for in what left
 * @param statement says whose or what it is; holds the value
 */
record PrivateValue(Kind kind, String value, String statement) {
  PrivateValue {
    if (!statement.contains(value)) {
      throw new IllegalArgumentException("the statement does not hold the value");
    }
  }
}
