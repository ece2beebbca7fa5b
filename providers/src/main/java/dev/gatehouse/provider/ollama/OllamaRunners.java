package dev.gatehouse.provider.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.config.ProviderConfig;
import dev.gatehouse.provider.ChatCall;
import dev.gatehouse.provider.ProviderException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

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
    OllamaCall needed = OllamaCall.of(call, model, lengths);
    OptionalInt longest = sizes.longest(model);
    if (longest.isPresent() && needed.promptTokens() / SURELY > longest.getAsInt()) {
      throw tooLong(needed, needed.promptTokens(), longest.getAsInt());
    }
    return needed;
  }

  /**
   * Waits for the call's turn.
   *
   * @throws ProviderException BUSY if there are too many calls, or none ends in time
   */
  RunnerQueue.Turn enter(OllamaCall call) {
    return queue(call.model())
        .enter(() -> sizes.choose(call.model(), call.neededTokens()), config.silenceTimeout());
  }

  private RunnerQueue queue(OllamaModel model) {
    int said = config.maxConcurrent();
    boolean unsaid = said == ProviderConfig.DEFAULT_MAX_CONCURRENT && !model.cloud();
    return queues.computeIfAbsent(
        model.file().id(),
        _ ->
            new RunnerQueue(
                config.name() + "/" + model.name(), unsaid ? USUAL_AT_ONCE : said, MOST_WAITING));
  }

  /** Longest wait for the first byte of this call's answer. */
  Duration patience(OllamaCall call, RunnerQueue.Turn turn) {
    return patience.before(call, turn.contextTokens(), turn.ahead());
  }

  /** An answer has ended well. */
  void ended(OllamaCall call, RunnerQueue.Turn turn, JsonNode lastLine) {
    String file = call.model().file().id();
    if (PromptEstimate.isOfText(call.call().request())) {
      lengths.learn(file, call.estimate(), OllamaCounts.promptTokens(lastLine));
    }
    Duration load = OllamaCounts.load(lastLine);
    if (load.compareTo(SHORTEST_LOAD) >= 0) {
      loadTimes.put(file, load);
    }
    timings.ended(OllamaCounts.timing(call.call().model().reference(), turn.waited(), lastLine));
  }

  /**
   * What to try after a failure: the same with a context that holds what the server counted, or
   * with a smaller one after it could not load the model.
   *
   * @throws ProviderException if nothing else is worth trying: TOO_LONG with both numbers where the
   *     prompt does not fit, else the failure in words that a client can read
   */
  OllamaCall after(ProviderException failure, OllamaCall call, int contextTokens) {
    Optional<OllamaErrors.TooLong> tooLong = OllamaErrors.tooLong(failure);
    if (tooLong.isPresent()) {
      return afterTooLong(tooLong.get(), call, contextTokens);
    }
    if (OllamaErrors.isFailedLoad(failure) && sizes.failedToLoad(call.model(), contextTokens)) {
      int smaller = sizes.choose(call.model(), call.neededTokens());
      if (call.promptTokens() >= smaller) {
        throw tooLong(call, call.promptTokens(), smaller);
      }
      return call;
    }
    throw OllamaErrors.readable(failure, call.call().request().wire());
  }

  private OllamaCall afterTooLong(
      OllamaErrors.TooLong tooLong, OllamaCall call, int contextTokens) {
    int counted = tooLong.promptTokens().orElse(call.promptTokens());
    lengths.learn(call.model().file().id(), call.estimate(), tooLong.promptTokens().orElse(0));
    OllamaCall next = call.counted(counted);
    if (sizes.choose(call.model(), next.neededTokens()) <= contextTokens) {
      throw tooLong(call, counted, tooLong.contextTokens().orElse(contextTokens));
    }
    return next;
  }

  private static ProviderException tooLong(OllamaCall call, int needed, int available) {
    return OllamaErrors.tooLong(call.call(), needed, available);
  }

  /** The longest context that can be asked for; empty where no limit is known. */
  OptionalInt longestContext(OllamaModel model) {
    return model.cloud() ? model.file().trainedContext() : sizes.longest(model);
  }

  /** What the model's file last took to load. */
  Optional<Duration> loadTime(OllamaModel model) {
    return Optional.ofNullable(loadTimes.get(model.file().id()));
  }
}
