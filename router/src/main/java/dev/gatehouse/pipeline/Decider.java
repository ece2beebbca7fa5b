package dev.gatehouse.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.classify.Classification;
import dev.gatehouse.classify.PrivacyReport;
import dev.gatehouse.config.PrivacyClass;
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
import dev.gatehouse.policy.StaysLocal;
import dev.gatehouse.provider.Model;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The stops that act on nothing: classify and decide.
 *
 * @param rules how requests of a tenant, or of nobody in particular, are judged
 * @param models every model on offer now, with what it can be asked over the wire that a request
 *     came in over
 * @param failing names of the providers that are failing now
 */
public record Decider(
    Function<Optional<String>, PrivacyRules> rules,
    PrivacyGate gate,
    RedactedForm.Maker redaction,
    Policy policy,
    Function<Wire, List<Model>> models,
    Supplier<Set<String>> failing) {

  /** Decides what is to be done with a request, and does nothing. */
  public Consideration consider(Inbound inbound, Asked asked) {
    InferenceRequest request = asked.request();
    PrivacyRules judged = rules.apply(inbound.tenant());
    Classification classification =
        judged.classifier().classify(request).joinedWith(asked.inherited().classes());
    return consider(inbound, asked, classification);
  }

  /** Decides anew on a request that a judge found to be more private than its rules did. */
  Consideration raised(Consideration before, Asked asked, Set<PrivacyClass> judged) {
    return consider(before.inbound(), asked, before.classification().raisedTo(judged));
  }

  /** Where a request may go that is only to be judged: nowhere but to LOCAL destinations. */
  Passage atHome(Consideration considered) {
    return gate.admit(
        considered.inbound().requestId(),
        considered.classification().privacy().classes(),
        PrivacyTreatment.LOCAL_ONLY);
  }

  private Consideration consider(Inbound inbound, Asked asked, Classification classification) {
    InferenceRequest request = asked.request();
    PrivacyRules judged = rules.apply(inbound.tenant());
    PrivacyReport privacy = classification.privacy();
    PrivacyTreatment treatment =
        treatment(judged, privacy, inbound.privacy().stricter(asked.inherited().treatment()));
    List<Model> offered = models.apply(request.wire());
    RedactedForm form =
        policy.mayAskCloud(request, offered)
            ? redaction.of(inbound, asked, privacy, treatment)
            : new RedactedForm.NotAskedFor();
    Passage passage = admit(inbound, privacy, treatment, form);
    TokenEstimate tokens = TokenEstimator.of(request);
    Situation situation =
        new Situation(
            request,
            classification.complexity(),
            passage,
            form.whyNot().or(() -> earlier(inbound, asked, privacy, passage)),
            offered,
            failing.get(),
            inbound.quality(),
            inbound.maxCost(),
            tokens);
    return new Consideration(
        inbound, request, classification, tokens, passage, form, policy.decide(situation));
  }

  /** What earlier turns alone make of it, where that keeps it at home. */
  private Optional<StaysLocal> earlier(
      Inbound inbound, Asked asked, PrivacyReport privacy, Passage passage) {
    if (asked.inherited().equals(InheritedPrivacy.NONE)
        || passage.treatment() != PrivacyTreatment.LOCAL_ONLY) {
      return Optional.empty();
    }
    PrivacyReport own = new PrivacyReport(privacy.findings());
    PrivacyTreatment alone =
        gate.treatment(
            own.classes(), treatment(rules.apply(inbound.tenant()), own, inbound.privacy()));
    return alone == PrivacyTreatment.LOCAL_ONLY
        ? Optional.empty()
        : Optional.of(StaysLocal.likeAnEarlierTurn());
  }

  private Passage admit(
      Inbound inbound, PrivacyReport privacy, PrivacyTreatment treatment, RedactedForm form) {
    return switch (form) {
      case RedactedForm.Made made ->
          gate.admit(inbound.requestId(), privacy.classes(), treatment, made.withheld());
      case RedactedForm.NotAskedFor _, RedactedForm.Impossible _ ->
          gate.admit(inbound.requestId(), privacy.classes(), treatment);
    };
  }

  /** Judges a body that asks nothing of a model. */
  Judgement judge(Inbound inbound, JsonNode body) {
    PrivacyRules judged = rules.apply(inbound.tenant());
    PrivacyReport privacy = judged.classifier().privacy(body);
    PrivacyTreatment treatment = treatment(judged, privacy, inbound.privacy());
    Passage passage = admit(inbound, privacy, treatment, new RedactedForm.NotAskedFor());
    return new Judgement(inbound, body, privacy, passage);
  }

  private static PrivacyTreatment treatment(
      PrivacyRules judged, PrivacyReport privacy, PrivacyTreatment asked) {
    return privacy.complete()
        ? asked.stricter(judged.treatment(privacy.classes()))
        : PrivacyTreatment.LOCAL_ONLY;
  }
}
