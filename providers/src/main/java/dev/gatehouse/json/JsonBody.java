package dev.gatehouse.json;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A JSON document as it came: its bytes and its tree, parsed once.
 *
 * @param bytes UTF-8, not to be changed by anyone
 * @param tree what the bytes say
 */
public record JsonBody(byte[] bytes, JsonNode tree) {}
