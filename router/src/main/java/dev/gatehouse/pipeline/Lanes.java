package dev.gatehouse.pipeline;

import dev.gatehouse.dispatch.Dispatcher;
import dev.gatehouse.inference.InferenceRequest;
import dev.gatehouse.policy.Candidate;
import java.util.List;

/** Which lane a request takes to each candidate, and what it loses on the way. */
record Lanes(Dispatcher dispatcher, InferenceRequest request) {

  /** Whether a candidate gets the caller's own JSON. */
  boolean relayed(Candidate candidate) {
    return dispatcher.relays(candidate, request.wire());
  }

  /** What a candidate does not get, by name. */
  List<String> dropped(Candidate candidate) {
    return dispatcher.dropped(candidate, request);
  }
}
