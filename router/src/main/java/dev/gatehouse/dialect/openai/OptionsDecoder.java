package dev.gatehouse.dialect.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.dialect.Fields;
import dev.gatehouse.inference.GenerationOptions;
import dev.gatehouse.inference.Reasoning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads how to generate, from a chat request or a completion request. */
record OptionsDecoder(Fields fields) {
  /** OpenAI's own bound on {@code n}. */
  static final int MOST_CHOICES = 128;

  GenerationOptions decode() {
    return decode(larger(fields.count("max_completion_tokens"), fields.count("max_tokens")));
  }

  /**
   * With a limit that was read elsewhere.
   *
   * @param limit most output tokens
   */
  GenerationOptions decode(OptionalInt limit) {
    return new GenerationOptions(
        fields.number("temperature", 0, 2),
        fields.number("top_p", 0, 1),
        fields.count("top_k"),
        limit,
        stop(),
        fields.whole("seed"),
        fields.number("presence_penalty", -2, 2),
        fields.number("frequency_penalty", -2, 2),
        choices(),
        reasoning(),
        parallelToolCalls());
  }

  /** Servers differ in which of the two they read, so money is set aside for the larger. */
  private static OptionalInt larger(OptionalInt left, OptionalInt right) {
    return left.isEmpty() || right.orElse(0) > left.getAsInt() ? right : left;
  }

  private int choices() {
    int choices = fields.count("n").orElse(1);
    if (choices > MOST_CHOICES) {
      throw fields.wrong("n", "1 to " + MOST_CHOICES);
    }
    return choices;
  }

  private List<String> stop() {
    JsonNode stop = fields.get("stop");
    if (stop.isTextual()) {
      return List.of(stop.textValue());
    }
    List<String> all = new ArrayList<>();
    for (JsonNode each : fields.array("stop")) {
      if (!each.isTextual()) {
        throw fields.wrong("stop", "a string or an array of strings");
      }
      all.add(each.textValue());
    }
    return all;
  }

  /** OpenAI's {@code reasoning_effort}, or OpenRouter's {@code reasoning} object. */
  private Optional<Reasoning> reasoning() {
    if (fields.has("reasoning_effort")) {
      return fields.optionalText("reasoning_effort").map(OptionsDecoder::effort);
    }
    return fields.has("reasoning") ? reasoning(fields.object("reasoning")) : Optional.empty();
  }

  private static Optional<Reasoning> reasoning(Fields object) {
    if (object.has("enabled") && !object.flag("enabled")) {
      return Optional.of(new Reasoning.Off());
    }
    OptionalInt budget = object.count("max_tokens");
    return budget.isPresent()
        ? Optional.of(new Reasoning.Budget(budget.getAsInt()))
        : Optional.of(
            object.optionalText("effort").map(OptionsDecoder::effort).orElse(new Reasoning.On()));
  }

  private static Reasoning effort(String word) {
    return word.equals("none") ? new Reasoning.Off() : new Reasoning.Effort(word);
  }

  private Optional<Boolean> parallelToolCalls() {
    return fields.has("parallel_tool_calls")
        ? Optional.of(fields.flag("parallel_tool_calls"))
        : Optional.empty();
  }
}
