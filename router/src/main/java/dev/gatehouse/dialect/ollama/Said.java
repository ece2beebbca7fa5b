package dev.gatehouse.dialect.ollama;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.gatehouse.json.Json;

/**
 * A piece of an answer, or all of it.
 *
 * @param toolCalls in Ollama's own form
 */
record Said(String content, String thinking, ArrayNode toolCalls) {

  /** Not a word. */
  static final Said NOTHING = text("");

  static Said text(String content) {
    return new Said(content, "", Json.array());
  }

  static Said thought(String thinking) {
    return new Said("", thinking, Json.array());
  }
}
