package dev.gatehouse.provider.langchain;

import dev.gatehouse.inference.GenerationOptions;
import dev.gatehouse.inference.Reasoning;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Options that a test sets one by one; what it does not set is left to the model. */
public final class Options {
  private OptionalDouble temperature = OptionalDouble.empty();
  private OptionalDouble topP = OptionalDouble.empty();
  private OptionalInt topK = OptionalInt.empty();
  private OptionalInt maxOutputTokens = OptionalInt.empty();
  private List<String> stop = List.of();
  private OptionalLong seed = OptionalLong.empty();
  private OptionalDouble presencePenalty = OptionalDouble.empty();
  private OptionalDouble frequencyPenalty = OptionalDouble.empty();
  private Optional<Reasoning> reasoning = Optional.empty();
  private Optional<Boolean> parallelToolCalls = Optional.empty();

  /** Sets it. */
  public Options temperature(double value) {
    temperature = OptionalDouble.of(value);
    return this;
  }

  /** Sets it. */
  public Options topP(double value) {
    topP = OptionalDouble.of(value);
    return this;
  }

  /** Sets it. */
  public Options topK(int value) {
    topK = OptionalInt.of(value);
    return this;
  }

  /** Sets it. */
  public Options maxOutputTokens(int value) {
    maxOutputTokens = OptionalInt.of(value);
    return this;
  }

  /** Sets them. */
  public Options stop(String... values) {
    stop = List.of(values);
    return this;
  }

  /** Sets it. */
  public Options seed(long value) {
    seed = OptionalLong.of(value);
    return this;
  }

  /** Sets both. */
  public Options penalties(double presence, double frequency) {
    presencePenalty = OptionalDouble.of(presence);
    frequencyPenalty = OptionalDouble.of(frequency);
    return this;
  }

  /** Sets it. */
  public Options reasoning(Reasoning value) {
    reasoning = Optional.of(value);
    return this;
  }

  /** Sets it. */
  public Options parallelToolCalls(boolean value) {
    parallelToolCalls = Optional.of(value);
    return this;
  }

  /** As they are now. */
  public GenerationOptions build() {
    return new GenerationOptions(
        temperature,
        topP,
        topK,
        maxOutputTokens,
        stop,
        seed,
        presencePenalty,
        frequencyPenalty,
        1,
        reasoning,
        parallelToolCalls);
  }
}
