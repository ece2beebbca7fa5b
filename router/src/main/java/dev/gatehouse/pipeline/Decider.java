package dev.gatehouse.pipeline;

import dev.gatehouse.classify.Classification;
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
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The stops that act on nothing: classify and decide.
 *
 * @param models every model on offer now
 * @param failing names of the providers that are failing now
 * @param relaying names of the providers that hand requests of a wire on verbatim
 */
public record Decider(
    RequestClassifier classifier,
    PrivacyGate gate,
    Policy policy,
    Supplier<List<Model>> models,
    Supplier<Set<String>> failing,
    Function<Wire, Set<String>> relaying) {

  /** Decides what is to be done with a request, and does nothing. */
  public Consideration consider(Inbound inbound, InferenceRequest request) {
    return consider(inbound, request, InheritedPrivacy.NONE);
  }

  /** The same for a request that goes on from earlier turns. */
  public Consideration consider(
      Inbound inbound, InferenceRequest request, InheritedPrivacy inherited) {
    Classification classification = classifier.classify(request).joinedWith(inherited.classes());
    PrivacyTreatment asked =
        classification.privacy().complete()
            ? inbound.privacy().stricter(inherited.treatment())
            : PrivacyTreatment.LOCAL_ONLY;
    Passage passage = gate.admit(inbound.requestId(), classification.privacy().classes(), asked);
    TokenEstimate tokens = TokenEstimator.of(request);
    Situation situation =
        new Situation(
            request,
            classification.complexity(),
            passage,
            models.get(),
            failing.get(),
            relaying.apply(request.wire()),
            inbound.quality(),
            inbound.maxCost(),
            tokens);
    return new Consideration(
        inbound, request, classification, tokens, passage, policy.decide(situation));
  }
}
