package dev.gatehouse.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A value that must never be printed: {@link #toString()} gives asterisks, comparison takes
 * constant time.
 */
public final class Secret {
  private final String value;

  /**
   * @param value the secret itself, not blank
   * @throws IllegalArgumentException if it is blank
   */
  public Secret(String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a secret must not be blank");
    }
    this.value = value;
  }

  /** The secret itself, for the one header that carries it. */
  public String reveal() {
    return value;
  }

  /**
   * Whether {@code candidate} is this secret, in time that does not depend on where they differ.
   */
  public boolean matches(String candidate) {
    return MessageDigest.isEqual(
        value.getBytes(StandardCharsets.UTF_8), candidate.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && matches(secret.value);
  }

  @Override
  public int hashCode() {
    return 0;
  }

  @Override
  public String toString() {
    return "****";
  }
}
