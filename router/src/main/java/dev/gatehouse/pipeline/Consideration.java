package dev.gatehouse.pipeline;

import dev.gatehouse.classify.Classification;
import dev.gatehouse.egress.Passage;
import dev.gatehouse.inference.InferenceRequest;
import dev.gatehouse.meter.TokenEstimate;
import dev.gatehouse.policy.Decision;
import java.util.Locale;

/** A request, what it is, and what shall be done with it. */
public record Consideration(
    Inbound inbound,
    InferenceRequest request,
    Classification classification,
    TokenEstimate tokens,
    Passage passage,
    Decision decision) {

  /** The kind of work, as one lower-case word. */
  public String task() {
    return classification.complexity().task().name().toLowerCase(Locale.ROOT);
  }

  /** 0 to 1. */
  public double difficulty() {
    return classification.complexity().difficulty();
  }
}
