package dev.gatehouse.dialect.anthropic;

import dev.gatehouse.dialect.Caller;
import dev.gatehouse.dialect.DecodedRequest;
import dev.gatehouse.dialect.InferenceEndpoint;
import dev.gatehouse.dialect.InvalidRequestException;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.json.JsonBody;

/** {@code POST /v1/messages/count_tokens}: how long a prompt is. */
final class CountTokensEndpoint implements InferenceEndpoint {

  @Override
  public String path() {
    return "/v1/messages/count_tokens";
  }

  @Override
  public DecodedRequest decode(JsonBody body, Caller caller) {
    try {
      return new DecodedRequest(
          new RequestDecoder(body, caller, Wire.ANTHROPIC_COUNT_TOKENS).decode(),
          _ -> new CountEncoder());
    } catch (InvalidRequestException e) {
      throw Wording.of(e);
    }
  }
}
