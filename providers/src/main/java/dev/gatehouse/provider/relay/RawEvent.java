package dev.gatehouse.provider.relay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonException;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;

/**
 * One event of a stream as it came, or a whole answer.
 *
 * @param bytes all of it, frame included; not to be changed by anyone
 * @param data what it carries; empty for a comment
 */
public record RawEvent(byte[] bytes, byte[] data) {

  /**
   * The data as JSON.
   *
   * @param providerName for the message
   * @throws ProviderException BROKEN if it is not JSON
   */
  public JsonNode json(String providerName) {
    try {
      return Json.read(data);
    } catch (JsonException e) {
      throw new ProviderException(
          Kind.BROKEN, providerName + ": a part of the answer is not JSON", e);
    }
  }
}
