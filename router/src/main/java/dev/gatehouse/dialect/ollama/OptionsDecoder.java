package dev.gatehouse.dialect.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.dialect.Fields;
import dev.gatehouse.inference.GenerationOptions;
import dev.gatehouse.inference.Reasoning;
import dev.gatehouse.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads {@code options}. Numbers that Ollama wants whole may have a fraction, which is cut off, as
 * Ollama does. What the vocabulary does not have tunes one server's sampling or memory, and is a
 * hint.
 */
final class OptionsDecoder {
  private static final Set<String> MODELLED =
      Set.of(
          "temperature",
          "top_p",
          "top_k",
          "num_predict",
          "stop",
          "seed",
          "presence_penalty",
          "frequency_penalty");

  private final Fields options;

  OptionsDecoder(Fields body) {
    this.options =
        body.has("options") ? body.object("options") : new Fields(Json.object(), "options");
  }

  GenerationOptions decode(Optional<Reasoning> reasoning) {
    return new GenerationOptions(
        number("temperature"),
        number("top_p"),
        positive("top_k"),
        positive("num_predict"),
        stop(),
        seed(),
        number("presence_penalty"),
        number("frequency_penalty"),
        1,
        reasoning,
        Optional.empty());
  }

  /** Names of what a model that is not Ollama's may not be told. */
  Stream<String> hints() {
    return options.object().properties().stream()
        .filter(option -> !option.getValue().isNull() && !MODELLED.contains(option.getKey()))
        .map(option -> "options." + option.getKey());
  }

  private OptionalDouble number(String name) {
    JsonNode value = options.get(name);
    if (value.isMissingNode()) {
      return OptionalDouble.empty();
    }
    if (!value.isNumber()) {
      throw options.wrong(name, "a number");
    }
    return OptionalDouble.of(value.doubleValue());
  }

  private OptionalLong whole(String name) {
    JsonNode value = options.get(name);
    if (value.isMissingNode()) {
      return OptionalLong.empty();
    }
    if (!value.isNumber() || !value.canConvertToLong()) {
      throw options.wrong(name, "a whole number");
    }
    return OptionalLong.of(value.longValue());
  }

  /** Zero and less mean "no limit" to Ollama. */
  private OptionalInt positive(String name) {
    OptionalLong value = whole(name);
    if (value.isEmpty() || value.getAsLong() < 1) {
      return OptionalInt.empty();
    }
    return OptionalInt.of((int) Math.min(value.getAsLong(), Integer.MAX_VALUE));
  }

  /** Ollama's default is -1, for a seed by chance. */
  private OptionalLong seed() {
    OptionalLong seed = whole("seed");
    return seed.orElse(-1) < 0 ? OptionalLong.empty() : seed;
  }

  private List<String> stop() {
    JsonNode stop = options.get("stop");
    if (stop.isTextual()) {
      return List.of(stop.textValue());
    }
    List<String> all = new ArrayList<>();
    for (JsonNode each : options.array("stop")) {
      if (!each.isTextual()) {
        throw options.wrong("stop", "a string or an array of strings");
      }
      all.add(each.textValue());
    }
    return all;
  }
}
