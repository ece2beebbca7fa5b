package dev.gatehouse.pipeline;

import dev.gatehouse.classify.Classification;
import dev.gatehouse.config.PrivacyTreatment;
import dev.gatehouse.dispatch.Outgoing;
import dev.gatehouse.egress.Passage;
import dev.gatehouse.inference.InferenceRequest;
import dev.gatehouse.meter.TokenEstimate;
import dev.gatehouse.policy.Candidate;
import dev.gatehouse.policy.Decision;
import dev.gatehouse.redact.Pseudonyms;
import dev.gatehouse.redact.Redaction;
import java.util.Locale;
import java.util.Optional;

/**
 * A request, what it is, and what shall be done with it.
 *
 * @param form what CLOUD candidates get in its place, if any is asked
 */
public record Consideration(
    Inbound inbound,
    InferenceRequest request,
    Classification classification,
    TokenEstimate tokens,
    Passage passage,
    RedactedForm form,
    Decision decision) {

  /**
   * What CLOUD candidates get in its place; empty where they get it as it is, or do not get it at
   * all.
   */
  private Optional<Redaction> redaction() {
    return form.redaction();
  }

  /** Whether its privacy would let CLOUD candidates have it, be it redacted. */
  boolean mayLeave() {
    return passage.treatment() != PrivacyTreatment.LOCAL_ONLY && form.whyNot().isEmpty();
  }

  /** What each place gets. */
  Outgoing outgoing() {
    return new Outgoing(request, redaction().map(Redaction::request).orElse(request));
  }

  /** What stands for private values in what this candidate gets, and in its answer. */
  public Pseudonyms pseudonyms(Candidate candidate) {
    return switch (candidate.model().locality()) {
      case LOCAL -> Pseudonyms.NONE;
      case CLOUD -> redaction().map(Redaction::pseudonyms).orElse(Pseudonyms.NONE);
    };
  }

  /** The kind of work, as one lower-case word. */
  public String task() {
    return classification.complexity().task().name().toLowerCase(Locale.ROOT);
  }

  /** 0 to 1. */
  public double difficulty() {
    return classification.complexity().difficulty();
  }
}
