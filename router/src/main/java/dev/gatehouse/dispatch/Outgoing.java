package dev.gatehouse.dispatch;

import dev.gatehouse.config.Locality;
import dev.gatehouse.inference.InferenceRequest;

/**
 * A request as each place gets it.
 *
 * @param local as the client wrote it
 * @param cloud redacted where it has to be
 */
public record Outgoing(InferenceRequest local, InferenceRequest cloud) {

  /** A request that goes everywhere as it is. */
  public static Outgoing asWritten(InferenceRequest request) {
    return new Outgoing(request, request);
  }

  InferenceRequest to(Locality locality) {
    return switch (locality) {
      case LOCAL -> local;
      case CLOUD -> cloud;
    };
  }
}
