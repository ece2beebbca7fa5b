package dev.gatehouse.provider.langchain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.json.Json;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Answer;
import dev.gatehouse.provider.ProviderException.Kind;
import java.util.List;
import java.util.Optional;

/** Refuses what a wire cannot carry, with a body in OpenAI's error shape. */
public final class Rejection {
  private Rejection() {}

  /**
   * A field that cannot be carried.
   *
   * @param field where it stands, as in {@code messages[1].content[0].image_url.url}; never its
   *     value
   * @param why what is wrong and what would do
   */
  public static ProviderException of(String providerName, String field, String why) {
    return new ProviderException(
        Kind.REJECTED,
        providerName + ": " + field + ": " + why,
        Optional.of(answer(400, body(field + ": " + why, field, "unsupported_value"))));
  }

  /** A JSON error answer of that status without headers. */
  public static Answer answer(int status, ObjectNode body) {
    return new Answer(status, "application/json", Json.write(body), List.of());
  }

  /**
   * OpenAI's error object.
   *
   * @param param the field that is to blame; empty text for none
   * @param code as in {@code context_length_exceeded}; empty text for none
   */
  public static ObjectNode body(String message, String param, String code) {
    ObjectNode body = Json.object();
    ObjectNode error = body.putObject("error");
    error.put("message", message);
    error.put("type", "invalid_request_error");
    error.put("param", param.isEmpty() ? null : param);
    error.put("code", code.isEmpty() ? null : code);
    return body;
  }
}
