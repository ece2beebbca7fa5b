package dev.gatehouse.policy;

import dev.gatehouse.classify.Complexity;
import dev.gatehouse.config.Quality;
import dev.gatehouse.egress.Passage;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.meter.TokenEstimate;
import dev.gatehouse.provider.Model;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything a decision depends on.
 *
 * @param passage where the request may go
 * @param models every model on offer
 * @param failing names of providers whose circuit breaker is open
 * @param quality what the client asks for in a header
 * @param maxCost most that the client will pay for this request, US dollars
 * @param inputTokens the prompt's length
 */
public record Situation(
    ChatRequest request,
    Complexity complexity,
    Passage passage,
    List<Model> models,
    Set<String> failing,
    Optional<Quality> quality,
    Optional<BigDecimal> maxCost,
    TokenEstimate inputTokens) {

  public Situation {
    models = List.copyOf(models);
    failing = Set.copyOf(failing);
  }
}
