package dev.gatehouse.inference;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How to generate; an empty value leaves the choice to the model.
 *
 * @param topK at least 1: how many of the likeliest tokens are looked at
 * @param maxOutputTokens at least 1
 * @param choices how many answers, at least 1
 * @param parallelToolCalls whether one turn may hold several tool calls
 */
public record GenerationOptions(
    OptionalDouble temperature,
    OptionalDouble topP,
    OptionalInt topK,
    OptionalInt maxOutputTokens,
    List<String> stop,
    OptionalLong seed,
    OptionalDouble presencePenalty,
    OptionalDouble frequencyPenalty,
    int choices,
    Optional<Reasoning> reasoning,
    Optional<Boolean> parallelToolCalls) {

  public GenerationOptions {
    stop = List.copyOf(stop);
    if (choices < 1) {
      throw new IllegalArgumentException("choices: expected 1 or more, got " + choices);
    }
  }

  /** The same for another number of answers, at least 1. */
  public GenerationOptions withChoices(int other) {
    return new GenerationOptions(
        temperature,
        topP,
        topK,
        maxOutputTokens,
        stop,
        seed,
        presencePenalty,
        frequencyPenalty,
        other,
        reasoning,
        parallelToolCalls);
  }

  /** Everything left to the model, one choice. */
  public static GenerationOptions defaults() {
    return new GenerationOptions(
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        List.of(),
        OptionalLong.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        1,
        Optional.empty(),
        Optional.empty());
  }
}
