package dev.gatehouse.policy;

import dev.gatehouse.config.Locality;
import dev.gatehouse.config.PrivacyClass;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why nobody can take a request: the obstacle of those models that came furthest. */
record Refusal(Situation situation, ModelName name, List<Candidate> candidates) {

  Decision decision() {
    return candidates.stream()
        .map(candidate -> candidate.obstacle().orElseThrow())
        .max(Comparator.naturalOrder())
        .map(this::refuse)
        .orElseGet(this::nothingThere);
  }

  private Decision refuse(Obstacle furthest) {
    return switch (furthest) {
      case NOT_ASKED_FOR -> nothingThere();
      case PRIVACY -> privacy();
      case CAPABILITY -> unsupportedField();
      case CONTEXT -> refuse(Decision.Cause.CONTEXT_LENGTH_EXCEEDED, context());
      case PRICE_UNKNOWN ->
          refuse(
              Decision.Cause.PRICE_UNKNOWN,
              "nobody stated a price for this model; set input-price and output-price in the configuration");
      case TOO_DEAR ->
          refuse(
              Decision.Cause.MAX_COST_EXCEEDED,
              "no model can answer for at most x-gatehouse-max-cost");
      case UNHEALTHY ->
          situation.mayLeave() ? refuse(Decision.Cause.NO_MODEL_AVAILABLE, failing()) : privacy();
    };
  }

  private Decision unsupportedField() {
    List<String> fields = unsupported();
    String message =
        fields.isEmpty()
            ? wrongKind()
            : (named() ? "the model asked for cannot carry: " : "no model here can carry: ")
                + String.join(", ", fields);
    return new Decision.Refuse(
        Decision.Cause.UNSUPPORTED_FIELD, message, fields.stream().findFirst(), candidates);
  }

  private Decision nothingThere() {
    return situation.mayLeave()
        ? refuse(
            Decision.Cause.NO_MODEL_AVAILABLE, "no model is available; 'gatehouse check' tells why")
        : privacy();
  }

  private Decision privacy() {
    boolean named = name instanceof ModelName.Named || name instanceof ModelName.AnyCloud;
    boolean localsThere =
        candidates.stream().anyMatch(candidate -> candidate.model().locality() == Locality.LOCAL);
    return named && localsThere && candidates.stream().anyMatch(this::isForbiddenCloud)
        ? refuse(
            Decision.Cause.PRIVACY_FORBIDS_MODEL,
            why()
                + mustStay()
                + "; the model asked for is not local"
                + remedy("ask for one that is"))
        : refuse(
            Decision.Cause.PRIVACY_NO_LOCAL_CAPACITY,
            why()
                + mustStay()
                + ", and no local model can take it now"
                + remedy("add one that can"));
  }

  private String why() {
    boolean found =
        situation.passage().classes().stream()
            .anyMatch(each -> each != PrivacyClass.PUBLIC && each != PrivacyClass.INTERNAL);
    if (found) {
      return "the request counts as " + situation.passage().classes();
    }
    return situation.staysLocal().isPresent()
        ? "the request is not private by itself"
        : "a header, the key or the configuration keeps the request at home: it is not private by itself";
  }

  private String mustStay() {
    return " and must stay local" + situation.whyItStays();
  }

  /** What can be done about it, where that is not plain from why it stays. */
  private String remedy(String local) {
    return situation
        .staysLocal()
        .flatMap(StaysLocal::remedy)
        .map(remedy -> "; " + local + ", or " + remedy)
        .orElse("");
  }

  private boolean isForbiddenCloud(Candidate candidate) {
    return candidate.obstacle().filter(obstacle -> obstacle == Obstacle.PRIVACY).isPresent();
  }

  private List<String> unsupported() {
    return candidates.stream()
        .filter(
            candidate ->
                candidate.obstacle().filter(each -> each == Obstacle.CAPABILITY).isPresent())
        .map(candidate -> Policy.missing(candidate.model(), situation))
        .min(Comparator.comparingInt(Map::size))
        .map(missing -> missing.values().stream().sorted().collect(Collectors.toList()))
        .orElse(List.of());
  }

  private String wrongKind() {
    if (!situation.wantsEmbeddings()) {
      return "the model asked for gives embeddings only";
    }
    return named() ? "the model asked for gives no embeddings" : "no model here gives embeddings";
  }

  private boolean named() {
    return name instanceof ModelName.Named;
  }

  private String failing() {
    String names =
        candidates.stream()
            .filter(candidate -> candidate.obstacle().equals(Optional.of(Obstacle.UNHEALTHY)))
            .map(candidate -> candidate.model().providerName())
            .distinct()
            .collect(Collectors.joining(", "));
    return "every provider that could answer is failing ("
        + names
        + "); is it running? "
        + "'gatehouse check' asks each";
  }

  private String context() {
    int longest =
        candidates.stream()
            .filter(candidate -> candidate.obstacle().equals(Optional.of(Obstacle.CONTEXT)))
            .mapToInt(candidate -> candidate.model().contextTokens().orElse(0))
            .max()
            .orElse(0);
    return "the request needs up to "
        + Policy.tokensNeeded(situation)
        + " tokens of context; "
        + (named() ? "the model asked for has " : "the longest here has ")
        + longest;
  }

  private Decision refuse(Decision.Cause cause, String message) {
    return new Decision.Refuse(cause, message, Optional.empty(), candidates);
  }
}
