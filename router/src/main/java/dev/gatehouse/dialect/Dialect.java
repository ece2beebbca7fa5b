package dev.gatehouse.dialect;

import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.json.JsonBody;

/** One vendor's protocol, seen from the client's side. Safe for use by any thread; pure. */
public interface Dialect {

  /**
   * Turns a body into a request.
   *
   * @throws InvalidRequestException if the vendor's own API would refuse it with 400
   */
  ChatRequest decode(JsonBody body);

  /** A new encoder for the answer to one request. */
  AnswerEncoder encoder(AnswerStart start);

  /** An error in the vendor's own shape. */
  byte[] error(ApiError error);

  /** An error in the middle of a stream, in the vendor's own shape. */
  byte[] errorInStream(ApiError error);
}
