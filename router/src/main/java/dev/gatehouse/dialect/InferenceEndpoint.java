package dev.gatehouse.dialect;

import dev.gatehouse.json.JsonBody;

/**
 * One path of a vendor's protocol at which a model is asked, by POST. Safe for use by any thread;
 * pure.
 */
public interface InferenceEndpoint {

  /** As in {@code /v1/chat/completions}. */
  String path();

  /**
   * Turns a body into a request.
   *
   * @throws InvalidRequestException if the vendor's own API would refuse it with 400
   * @throws ApiException if it is refused with another status
   */
  Decoded decode(JsonBody body, Caller caller);
}
