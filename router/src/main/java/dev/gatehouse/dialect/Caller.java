package dev.gatehouse.dialect;

import java.util.Optional;

/**
 * Who asks, as far as a dialect must know it: what one caller stored is not there for another.
 *
 * @param keyName the client key's name; empty where no key is needed
 */
public record Caller(Optional<String> keyName) {}
