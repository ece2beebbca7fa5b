package dev.gatehouse.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.classify.Classification;
import dev.gatehouse.classify.PrivacyReport;
import dev.gatehouse.classify.RequestClassifier;
import dev.gatehouse.config.PrivacyTreatment;
import dev.gatehouse.dialect.InheritedPrivacy;
import dev.gatehouse.egress.Passage;
import dev.gatehouse.egress.PrivacyGate;
import dev.gatehouse.inference.InferenceRequest;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.meter.TokenEstimate;
import dev.gatehouse.meter.TokenEstimator;
import dev.gatehouse.policy.Policy;
import dev.gatehouse.policy.Situation;
import dev.gatehouse.provider.Model;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The stops that act on nothing: classify and decide.
 *
 * @param models every model on offer now, with what it can be asked over the wire that a request
 *     came in over
 * @param failing names of the providers that are failing now
 */
public record Decider(
    RequestClassifier classifier,
    PrivacyGate gate,
    Policy policy,
    Function<Wire, List<Model>> models,
    Supplier<Set<String>> failing) {

  /** Decides what is to be done with a request, and does nothing. */
  public Consideration consider(Inbound inbound, InferenceRequest request) {
    return consider(inbound, request, InheritedPrivacy.NONE);
  }

  /** The same for a request that goes on from earlier turns. */
  public Consideration consider(
      Inbound inbound, InferenceRequest request, InheritedPrivacy inherited) {
    Classification classification = classifier.classify(request).joinedWith(inherited.classes());
    Passage passage =
        admit(inbound, classification.privacy(), inbound.privacy().stricter(inherited.treatment()));
    TokenEstimate tokens = TokenEstimator.of(request);
    Situation situation =
        new Situation(
            request,
            classification.complexity(),
            passage,
            models.apply(request.wire()),
            failing.get(),
            inbound.quality(),
            inbound.maxCost(),
            tokens);
    return new Consideration(
        inbound,
        request,
        classification,
        tokens,
        passage,
        Optional.empty(),
        policy.decide(situation));
  }

  /** Where a body may go that asks nothing of a model. */
  Passage admit(Inbound inbound, JsonNode body) {
    return admit(inbound, classifier.privacy(body), inbound.privacy());
  }

  private Passage admit(Inbound inbound, PrivacyReport privacy, PrivacyTreatment asked) {
    PrivacyTreatment treatment = privacy.complete() ? asked : PrivacyTreatment.LOCAL_ONLY;
    return gate.admit(inbound.requestId(), privacy.classes(), treatment);
  }
}
