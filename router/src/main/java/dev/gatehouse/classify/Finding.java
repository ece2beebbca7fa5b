package dev.gatehouse.classify;

import dev.gatehouse.config.PrivacyClass;

/**
 * One private value in a request.
 *
 * @param type what it is
 * @param rule the detector's own name for it, as in {@code card-luhn}
 * @param path JSON pointer of the string (or of the key's member) that holds it
 * @param start first code point within the string at {@code path}
 * @param end one past the last code point
 */
public record Finding(
    FindingType type, String rule, PrivacyClass privacyClass, String path, int start, int end) {}
