package dev.gatehouse.redact.restore;

/**
 * One text of an answer that grows by pieces.
 *
 * @param block what it ends with, as the wire numbers it: a choice, a content block, an item
 * @param field which text of the block it is
 */
record AnswerText(String block, String field) {}
