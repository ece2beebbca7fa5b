package dev.gatehouse.provider.embedded;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How to choose tokens. What is empty stays as llama.cpp has it (temperature 0.8, top-k 40, top-p
 * 0.95, min-p 0.05), which suits small models better than OpenAI's defaults.
 *
 * @param temperature 0 (always the likeliest) to 2
 * @param topP 0 to 1
 * @param presencePenalty -2 to 2
 * @param frequencyPenalty -2 to 2
 * @param seed any; the same seed gives the same answer
 * @param stops texts that end the answer and are not part of it; none is empty
 */
record Sampling(
    OptionalDouble temperature,
    OptionalDouble topP,
    OptionalDouble presencePenalty,
    OptionalDouble frequencyPenalty,
    OptionalLong seed,
    List<String> stops) {

  Sampling {
    stops = List.copyOf(stops);
  }

  /**
   * Reads the fields of a request.
   *
   * @throws ApiException (400) if one is out of its range
   */
  static Sampling of(ChatBody.Fields fields, List<String> stops) {
    return new Sampling(
        number(fields, "temperature", 0, 2),
        number(fields, "top_p", 0, 1),
        number(fields, "presence_penalty", -2, 2),
        number(fields, "frequency_penalty", -2, 2),
        fields.has("seed")
            ? OptionalLong.of(fields.integer("seed", Long.MIN_VALUE, Long.MAX_VALUE))
            : OptionalLong.empty(),
        stops);
  }

  private static OptionalDouble number(
      ChatBody.Fields fields, String field, double least, double most) {
    return fields.has(field)
        ? OptionalDouble.of(fields.number(field, least, most))
        : OptionalDouble.empty();
  }
}
