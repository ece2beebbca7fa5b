package dev.gatehouse.provider.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.config.ProviderConfig;
import dev.gatehouse.provider.ChatCall;
import dev.gatehouse.provider.EmbeddingsCall;
import dev.gatehouse.provider.ProviderException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What the gateway keeps of each model file of a server, whatever lane a call takes: its queue, its
 * context length, how long its prompts are, what it takes to load. Safe for use by any thread.
 *
 * <p>The context guard: how much a prompt needs is bounded beforehand, a context is chosen to hold
 * it, and the server is told to refuse and not to cut what it counts as longer. Its count then
 * decides whether a larger context is asked for, or another candidate.
 */
final class OllamaRunners {
  /**
   * Calls in flight for a model file where the operator does not say: servers take one at a time
   * ({@code OLLAMA_NUM_PARALLEL}, which no server tells) unless they are set up for more.
   */
  static final int USUAL_AT_ONCE = 4;

  /** Calls that may wait for a model file; the next is told at once that the server is busy. */
  static final int MOST_WAITING = 128;

  /** Once as estimated, once as counted, once smaller if the memory is too small for that. */
  private static final int MOST_ATTEMPTS = 3;

  /** A prompt is surely too long where even a quarter of its bound does not fit. */
  private static final int SURELY = 4;

  /** A model that was in memory reports about a millisecond. */
  private static final Duration SHORTEST_LOAD = Duration.ofMillis(100);

  private final ProviderConfig config;
  private final OllamaTimings timings;
  private final Patience patience;
  private final ContextSizes sizes = new ContextSizes();
  private final PromptLengths lengths = new PromptLengths();
  private final Map<String, RunnerQueue> queues = new ConcurrentHashMap<>();
  private final Map<String, Duration> loadTimes = new ConcurrentHashMap<>();

  OllamaRunners(ProviderConfig config, OllamaTimings timings) {
    this.config = config;
    this.timings = timings;
    this.patience = new Patience(config.silenceTimeout());
  }

  /**
   * What a call needs.
   *
   * @throws ProviderException TOO_LONG if its prompt can surely not be held
   */
  OllamaCall needs(ChatCall call, OllamaModel model) {
    return refuseHopeless(OllamaCall.of(call, model, lengths));
  }

  /** The same for vectors. */
  OllamaCall needs(EmbeddingsCall call, OllamaModel model) {
    return refuseHopeless(OllamaCall.of(call, model, lengths));
  }

  private OllamaCall refuseHopeless(OllamaCall call) {
    int bound = call.prompt().bound();
    OptionalInt longest = longestContext(call.model());
    if (longest.isPresent() && bound / SURELY > longest.getAsInt()) {
      throw OllamaErrors.tooLong(call, bound, longest.getAsInt());
    }
    return call;
  }

  /**
   * Runs a call when its turn comes, and again with another context where that may help.
   *
   * @param lane sends it, and gives the last line of its answer
   * @throws ProviderException BUSY if there are too many calls; TOO_LONG with both numbers if the
   *     prompt does not fit; else the lane's, in words that a client can read
   */
  void run(OllamaCall call, Function<OllamaAttempt, JsonNode> lane) {
    Optional<OllamaCall> next = Optional.of(call);
    for (int attempt = 1; next.isPresent(); attempt++) {
      next = attempt(next.get(), lane, attempt == MOST_ATTEMPTS);
    }
  }

  /** What to try next; empty after an answer. */
  private Optional<OllamaCall> attempt(
      OllamaCall call, Function<OllamaAttempt, JsonNode> lane, boolean last) {
    try (RunnerQueue.Turn turn = enter(call)) {
      Duration patient = patience.before(call, turn.contextTokens(), turn.ahead());
      try {
        ended(call, turn, lane.apply(new OllamaAttempt(call, turn.contextTokens(), patient)));
        return Optional.empty();
      } catch (ProviderException e) {
        return Optional.of(after(e, call, turn.contextTokens(), last));
      }
    }
  }

  private RunnerQueue.Turn enter(OllamaCall call) {
    return queue(call.model())
        .enter(() -> sizes.choose(call.model(), call.neededTokens()), config.silenceTimeout());
  }

  private RunnerQueue queue(OllamaModel model) {
    int usual = model.cloud() ? ProviderConfig.DEFAULT_MAX_CONCURRENT : USUAL_AT_ONCE;
    int atOnce = config.maxConcurrent().orElse(usual);
    return queues.computeIfAbsent(
        model.file().id(),
        _ -> new RunnerQueue(config.name() + "/" + model.name(), atOnce, MOST_WAITING));
  }

  private void ended(OllamaCall call, RunnerQueue.Turn turn, JsonNode lastLine) {
    String file = call.model().file().id();
    if (call.prompt().text()) {
      lengths.learn(file, call.prompt().estimate(), OllamaCounts.promptTokens(lastLine));
    }
    Duration load = OllamaCounts.load(lastLine);
    if (load.compareTo(SHORTEST_LOAD) >= 0) {
      loadTimes.put(file, load);
    }
    if (lastLine.has("eval_duration")) {
      timings.ended(OllamaCounts.timing(call.reference(), turn.waited(), lastLine));
    }
  }

  /**
   * What to try after a failure: the same with a context that holds what the server counted, or
   * with a smaller one after it could not load the model.
   *
   * @throws ProviderException if nothing else is worth trying: TOO_LONG with both numbers where the
   *     prompt does not fit, else the failure in words that a client can read
   */
  private OllamaCall after(
      ProviderException failure, OllamaCall call, int contextTokens, boolean last) {
    Optional<OllamaErrors.TooLong> tooLong = OllamaErrors.tooLong(failure);
    if (tooLong.isPresent()) {
      return afterTooLong(tooLong.get(), call, contextTokens, last);
    }
    if (!last
        && OllamaErrors.isFailedLoad(failure)
        && sizes.failedToLoad(call.model(), contextTokens)) {
      return afterFailedLoad(call);
    }
    throw OllamaErrors.readable(failure, call.request().wire());
  }

  private OllamaCall afterTooLong(
      OllamaErrors.TooLong tooLong, OllamaCall call, int contextTokens, boolean last) {
    int atLeast = Math.max(call.prompt().bound(), contextTokens + 1);
    int counted = tooLong.promptTokens().orElse(atLeast);
    lengths.learn(
        call.model().file().id(), call.prompt().estimate(), tooLong.promptTokens().orElse(0));
    OllamaCall next = call.counted(counted);
    if (last || sizes.choose(call.model(), next.neededTokens()) <= contextTokens) {
      int available = tooLong.contextTokens().orElse(contextTokens);
      throw OllamaErrors.tooLong(call, counted, available);
    }
    return next;
  }

  private OllamaCall afterFailedLoad(OllamaCall call) {
    int smaller = sizes.choose(call.model(), call.neededTokens());
    if (call.prompt().bound() >= smaller) {
      throw OllamaErrors.tooLong(call, call.prompt().bound(), smaller);
    }
    return call;
  }

  /** The longest context that can be asked for; empty where no limit is known. */
  OptionalInt longestContext(OllamaModel model) {
    return model.cloud() ? model.file().trainedContext() : sizes.longest(model);
  }

  /** The context length that a short call of the model asks for. */
  int context(OllamaModel model) {
    return sizes.choose(model, 0);
  }

  /** What the model's file last took to load. */
  Optional<Duration> loadTime(OllamaModel model) {
    return Optional.ofNullable(loadTimes.get(model.file().id()));
  }
}
