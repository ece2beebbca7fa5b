package dev.gatehouse.policy;

import dev.gatehouse.classify.Complexity;
import dev.gatehouse.config.PrivacyTreatment;
import dev.gatehouse.config.Quality;
import dev.gatehouse.egress.Passage;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.EmbeddingsRequest;
import dev.gatehouse.inference.InferenceRequest;
import dev.gatehouse.inference.Operation;
import dev.gatehouse.meter.TokenEstimate;
import dev.gatehouse.provider.Model;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Everything a decision depends on.
 *
 * @param passage where the request may go
 * @param staysLocal why CLOUD models cannot get it beyond what its own classes say; empty where
 *     there is nothing beyond
 * @param models every model on offer
 * @param failing names of providers whose circuit breaker is open
 * @param quality what the client asks for in a header
 * @param maxCost most that the client will pay for this request, US dollars
 * @param inputTokens the prompt's length
 */
public record Situation(
    InferenceRequest request,
    Complexity complexity,
    Passage passage,
    Optional<StaysLocal> staysLocal,
    List<Model> models,
    Set<String> failing,
    Optional<Quality> quality,
    Optional<BigDecimal> maxCost,
    TokenEstimate inputTokens) {

  public Situation {
    models = List.copyOf(models);
    failing = Set.copyOf(failing);
  }

  /** The limit that the request sets to an answer, in tokens; vectors have none and need none. */
  OptionalInt maxOutputTokens() {
    return switch (request) {
      case ChatRequest chat -> chat.options().maxOutputTokens();
      case EmbeddingsRequest _ -> OptionalInt.of(0);
    };
  }

  /** How many answers the request wants. */
  int choices() {
    return switch (request) {
      case ChatRequest chat -> chat.options().choices();
      case EmbeddingsRequest _ -> 1;
    };
  }

  /** Whether nothing is to be generated, so that no limit and no price stands in the way. */
  boolean onlyCounts() {
    return request.wire().operation() == Operation.COUNT_TOKENS;
  }

  /**
   * Whether CLOUD models could have it, be it redacted. It is redacted only where one is asked for:
   * without, the passage permits none.
   */
  boolean mayLeave() {
    return passage.treatment() != PrivacyTreatment.LOCAL_ONLY && staysLocal.isEmpty();
  }

  /** Why it stays local beyond what its own classes say, to end a sentence with; may be empty. */
  String whyItStays() {
    return staysLocal.map(stays -> ": " + stays.why()).orElse("");
  }

  /** Whether vectors are asked for, which other models cannot give. */
  boolean wantsEmbeddings() {
    return request.wire().operation() == Operation.EMBEDDINGS;
  }
}
