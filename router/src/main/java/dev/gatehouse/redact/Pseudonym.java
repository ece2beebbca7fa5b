package dev.gatehouse.redact;

/**
 * What stands for a private value outside.
 *
 * @param token ASCII letters, digits and {@code @ . : + -} only, so that no encoder of JSON, HTML
 *     or URLs is made to escape it
 * @param value as the client wrote it
 */
public record Pseudonym(String token, String value) {

  public Pseudonym {
    if (token.isEmpty() || value.isEmpty()) {
      throw new IllegalArgumentException("a pseudonym needs a token and a value");
    }
  }
}
