package dev.gatehouse.dialect;

import java.util.Map;
import java.util.Optional;

/**
 * Who asks, as far as a dialect must know it: what one caller stored is not there for another.
 *
 * @param keyName the client key's name; empty where no key is needed
 * @param headers those of {@link Dialect#requestHeaders()} that came, by lower-case name
 */
public record Caller(Optional<String> keyName, Map<String, String> headers) {
  public Caller {
    headers = Map.copyOf(headers);
  }

  /** A caller who sent no header that matters. */
  public Caller(Optional<String> keyName) {
    this(keyName, Map.of());
  }
}
