package dev.gatehouse.pipeline;

import dev.gatehouse.dialect.Caller;
import dev.gatehouse.dialect.DecodedRequest;
import dev.gatehouse.dialect.InferenceEndpoint;
import dev.gatehouse.dialect.InheritedPrivacy;
import dev.gatehouse.dialect.KnownAnswer;
import dev.gatehouse.inference.InferenceRequest;
import dev.gatehouse.json.JsonBody;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a client asks.
 *
 * @param inherited how private the turns are that it goes on from
 * @param decoder turns another body into a request as the client's own was; empty where it is none
 */
public record Asked(
    InferenceRequest request,
    InheritedPrivacy inherited,
    Function<JsonBody, Optional<InferenceRequest>> decoder) {

  /** A request that stands alone. */
  public Asked(InferenceRequest request, Function<JsonBody, ? extends InferenceRequest> decoder) {
    this(request, InheritedPrivacy.NONE, body -> Optional.of(decoder.apply(body)));
  }

  /** The same, going on from other turns as well. */
  Asked inheriting(InheritedPrivacy earlier) {
    return new Asked(request, inherited.and(earlier), decoder);
  }

  static Asked of(DecodedRequest decoded, InferenceEndpoint endpoint, Caller caller) {
    return new Asked(
        decoded.request(),
        decoded.inherited(),
        body ->
            switch (endpoint.decode(body, caller)) {
              case DecodedRequest(var request, _, _) -> Optional.of(request);
              case KnownAnswer _ -> Optional.empty();
            });
  }
}
