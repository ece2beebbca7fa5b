package dev.gatehouse.dispatch;

import dev.gatehouse.egress.Passage;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.EmbeddingsRequest;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.InferenceRequest;
import dev.gatehouse.inference.Operation;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.meter.TokenEstimator;
import dev.gatehouse.policy.Candidate;
import dev.gatehouse.policy.Decision;
import dev.gatehouse.policy.Policy;
import dev.gatehouse.provider.ChatCall;
import dev.gatehouse.provider.EmbeddingsCall;
import dev.gatehouse.provider.Provider;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends a request to the candidates of a route, in order, until one answers. */
public final class Dispatcher {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  /** What wires that need a limit are given; every model of the price list can answer that much. */
  private static final int USUAL_OUTPUT_TOKENS = 4096;

  private final Map<String, GuardedProvider> providers = new LinkedHashMap<>();

  /** Every provider with its bounds. */
  public Dispatcher(List<Bounded> providers) {
    providers.forEach(
        each ->
            this.providers.put(
                each.provider().name(),
                new GuardedProvider(each.provider(), each.maxConcurrent(), each.longestWait())));
  }

  /**
   * A provider and what it may be asked at once.
   *
   * @param maxConcurrent calls in flight, at least 1
   * @param longestWait for a free slot
   */
  public record Bounded(Provider provider, int maxConcurrent, Duration longestWait) {}

  /** Names of the providers whose circuit breaker is open. */
  public Set<String> failing() {
    return providers.entrySet().stream()
        .filter(entry -> entry.getValue().failing())
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Lets the candidates answer, in order. Falls over only while nothing has been released, and
   * never when the request itself is at fault.
   *
   * @throws ProviderException the last candidate's failure
   */
  public void dispatch(Decision.Route route, Outgoing request, Passage passage, Delivery delivery) {
    for (Candidate candidate : route.ranked().subList(0, route.ranked().size() - 1)) {
      try {
        send(candidate, request, passage, delivery);
        return;
      } catch (ProviderException e) {
        if (delivery.released() || e.kind() == Kind.REJECTED) {
          throw e;
        }
        LOG.warn("request {}: falls over, {}: {}", passage.requestId(), e.kind(), e.getMessage());
      }
    }
    send(route.ranked().getLast(), request, passage, delivery);
  }

  private void send(Candidate candidate, Outgoing outgoing, Passage passage, Delivery delivery) {
    InferenceRequest request = outgoing.to(candidate.model().locality());
    ChatCall.Limit limit = delivery.attempt(candidate);
    int tokens = limit == ChatCall.Limit.ALWAYS ? Policy.OUTPUT_TOKENS_BOUND : USUAL_OUTPUT_TOKENS;
    GuardedProvider provider = provider(candidate);
    Wire wire = request.wire();
    if (wire.operation() == Operation.COUNT_TOKENS && !provider.relays(wire)) {
      estimate(candidate, request, delivery);
      return;
    }
    Consumer<Provider> call =
        switch (request) {
          case ChatRequest chat -> {
            ChatCall made = new ChatCall(chat, candidate.model(), tokens, limit);
            yield each -> each.chat(made, delivery);
          }
          case EmbeddingsRequest embeddings -> {
            EmbeddingsCall made = new EmbeddingsCall(embeddings, candidate.model());
            yield each -> each.embed(made, delivery);
          }
        };
    ScopedValue.where(Passage.CURRENT, passage).run(() -> provider.answer(call, delivery));
  }

  /** Where the upstream has nothing to count with, nobody is asked. */
  private static void estimate(Candidate candidate, InferenceRequest request, Delivery delivery) {
    delivery.accept(new Event.Started(candidate.model().id(), "", List.of()));
    long tokens = TokenEstimator.of(request).tokens();
    delivery.accept(new Event.UsageReported(Usage.of(tokens, 0)));
    delivery.accept(Event.Ended.of(FinishReason.STOP));
  }

  /** Whether this candidate gets a request of that wire verbatim. */
  public boolean relays(Candidate candidate, Wire wire) {
    return provider(candidate).relays(wire);
  }

  /** What this candidate does not get of a request: its hints, and options without a place. */
  public List<String> dropped(Candidate candidate, InferenceRequest request) {
    GuardedProvider provider = provider(candidate);
    if (provider.relays(request.wire())) {
      return List.of();
    }
    List<String> dropped = new ArrayList<>(request.hints());
    if (request instanceof ChatRequest chat) {
      dropped.addAll(provider.dropped(chat, candidate.model()));
    }
    return dropped;
  }

  private GuardedProvider provider(Candidate candidate) {
    GuardedProvider provider = providers.get(candidate.model().providerName());
    if (provider == null) {
      throw new IllegalStateException("no provider " + candidate.model().providerName());
    }
    return provider;
  }
}
