package dev.gatehouse.telemetry;

import dev.gatehouse.ledger.Reservation;
import dev.gatehouse.ledger.Settlement;
import dev.gatehouse.ledger.Settlement.Outcome;
import dev.gatehouse.provider.ollama.OllamaTimings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Locale;

/** Counts what the ledger records. */
public final class GatewayMetrics {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  /**
   * Records one settled request.
   *
   * @param model the model tried last, by its provider's own name
   */
  public void settled(String model, Reservation reservation, Settlement settlement) {
    Tags tags = tags(model, reservation, settlement);
    Timer.builder(GenAiNames.OPERATION_DURATION)
        .tags(tags.and(GenAiNames.ERROR_TYPE, settlement.errorKind().orElse("none")))
        .register(registry)
        .record(settlement.operationDuration());
    settlement
        .timeToFirstChunk()
        .ifPresent(
            time ->
                Timer.builder(GenAiNames.TIME_TO_FIRST_CHUNK)
                    .tags(tags)
                    .register(registry)
                    .record(time));
    tokens(tags, "input", settlement.usage().inputTokens());
    tokens(tags, "output", settlement.usage().outputTokens());
    Counter.builder("gatehouse.list.cost.usd")
        .tags(tags)
        .register(registry)
        .increment(settlement.listCost().doubleValue());
  }

  /** Records where the time of an Ollama's answer went: waiting here, waiting there, at work. */
  public void ollamaAnswered(OllamaTimings.Answer answer) {
    phase(answer, "queued-here", answer.queuedHere());
    phase(answer, "queued-there", answer.queuedThere());
    phase(answer, "load", answer.load());
    phase(answer, "prompt-evaluation", answer.promptEvaluation());
    phase(answer, "evaluation", answer.evaluation());
  }

  private void phase(OllamaTimings.Answer answer, String phase, Duration time) {
    Timer.builder("gatehouse.ollama.answer.duration")
        .tags("model", answer.modelReference(), "phase", phase)
        .register(registry)
        .record(time);
  }

  /** Records a request that no model was asked for. */
  public void refused(String cause) {
    Counter.builder("gatehouse.requests.refused")
        .tag("cause", cause)
        .register(registry)
        .increment();
  }

  /** Records what came of one question to the privacy judge. */
  public void privacyJudged(String outcome) {
    Counter.builder("gatehouse.privacy.judge")
        .tag("outcome", outcome)
        .register(registry)
        .increment();
  }

  /** Records a call that the privacy gate stopped at the door. */
  public void notCleared() {
    Counter.builder("gatehouse.calls.not.cleared").register(registry).increment();
  }

  /**
   * Records that a stop failed at a request, which was then judged as strictly as can be.
   *
   * @param kind of what was thrown
   */
  public void stopFailed(String stop, Class<? extends Throwable> kind) {
    Counter.builder("gatehouse.stops.failed")
        .tags("stop", stop, "exception", kind.getSimpleName())
        .register(registry)
        .increment();
  }

  private void tokens(Tags tags, String type, long count) {
    DistributionSummary.builder(GenAiNames.TOKEN_USAGE)
        .tags(tags.and(GenAiNames.TOKEN_TYPE, type))
        .register(registry)
        .record((double) count);
  }

  private static Tags tags(String model, Reservation reservation, Settlement settlement) {
    return Tags.of(
        GenAiNames.OPERATION_NAME,
        reservation.operation(),
        GenAiNames.PROVIDER_NAME,
        settlement.providerName(),
        GenAiNames.REQUEST_MODEL,
        model,
        "gatehouse.locality",
        settlement.locality().name().toLowerCase(Locale.ROOT),
        "gatehouse.outcome",
        outcome(settlement.outcome()));
  }

  private static String outcome(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }

  /** Everything recorded so far, in Prometheus' text format. */
  public String scrape() {
    return registry.scrape();
  }
}
