package dev.gatehouse.dialect;

import dev.gatehouse.inference.InferenceRequest;
import java.util.function.Function;

/**
 * A request with the way back: how its answer is to be encoded, which may depend on anything that
 * the body said.
 *
 * @param encoder makes a new encoder, one for each candidate that is tried
 * @param inherited how private the earlier turns are that the request goes on from
 */
public record DecodedRequest(
    InferenceRequest request,
    Function<AnswerStart, AnswerEncoder> encoder,
    InheritedPrivacy inherited)
    implements Decoded {

  /** A request that stands alone. */
  public DecodedRequest(InferenceRequest request, Function<AnswerStart, AnswerEncoder> encoder) {
    this(request, encoder, InheritedPrivacy.NONE);
  }
}
