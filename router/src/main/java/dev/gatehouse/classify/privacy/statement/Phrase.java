package dev.gatehouse.classify.privacy.statement;

/**
 * Where a phrase of a {@link Phrases} stands in a text.
 *
 * @param start first UTF-16 unit
 * @param end one past the last
 * @param first word it begins in
 * @param last word it ends in
 * @param meaning what the list says of it: bits of the list's own
 */
public record Phrase(int start, int end, int first, int last, int meaning) {}
