package dev.gatehouse.provider.langchain;

/**
 * One event as it came.
 *
 * @param name the event's name; empty text where it has none
 * @param data its bytes, UTF-8
 */
record Frame(String name, byte[] data) {}
