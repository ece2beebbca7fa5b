package dev.gatehouse.provider.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.provider.CloudNames;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Two answers about one model.
 *
 * @param tag its entry in {@code /api/tags}
 * @param show what {@code /api/show} says; an empty object where it was not asked
 */
record OllamaEntry(JsonNode tag, JsonNode show) {
  private static final Pattern PARAMETER_SIZE = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)([KMBT])");

  /** Whether the server only forwards to another host. */
  static boolean remote(JsonNode entry) {
    return !entry.path("remote_host").asText("").isEmpty()
        || !entry.path("remote_model").asText("").isEmpty();
  }

  static boolean cloud(JsonNode tag) {
    return remote(tag) || CloudNames.isCloud(tag.path("name").asText(""));
  }

  /**
   * The model.
   *
   * @param loaded context lengths of the models in memory, by digest
   */
  OllamaModel model(Map<String, Integer> loaded) {
    String digest = tag.path("digest").asText("");
    Integer loadedContext = loaded.get(digest);
    return new OllamaModel(
        tag.path("name").asText(""),
        digest,
        remote(tag) || remote(show),
        words(),
        trainedContext(),
        loadedContext == null ? OptionalInt.empty() : OptionalInt.of(loadedContext),
        positive(tag.path("size").asLong(0)),
        parameters(),
        quantization());
  }

  /** Servers that name no capabilities at all are old ones, whose models complete. */
  private Set<String> words() {
    Set<String> words = new HashSet<>();
    for (JsonNode source : new JsonNode[] {show, tag}) {
      source.path("capabilities").forEach(word -> words.add(word.asText()));
    }
    return words.isEmpty() ? Set.of("completion") : words;
  }

  private OptionalInt trainedContext() {
    JsonNode info = show.path("model_info");
    String architecture = info.path("general.architecture").asText("");
    int shown = info.path(architecture + ".context_length").asInt(0);
    int tokens = shown > 0 ? shown : tag.path("details").path("context_length").asInt(0);
    return tokens > 0 ? OptionalInt.of(tokens) : OptionalInt.empty();
  }

  private OptionalLong parameters() {
    long counted = show.path("model_info").path("general.parameter_count").asLong(0);
    return counted > 0
        ? OptionalLong.of(counted)
        : positive(parameters(tag.path("details").path("parameter_size").asText("")));
  }

  private static long parameters(String size) {
    Matcher matcher = PARAMETER_SIZE.matcher(size.toUpperCase(Locale.ROOT));
    if (!matcher.matches()) {
      return 0;
    }
    int exponent = 3 * (1 + "KMBT".indexOf(matcher.group(2)));
    return new BigDecimal(matcher.group(1)).scaleByPowerOfTen(exponent).longValue();
  }

  private static OptionalLong positive(long value) {
    return value > 0 ? OptionalLong.of(value) : OptionalLong.empty();
  }

  private Optional<String> quantization() {
    return Optional.of(tag.path("details").path("quantization_level").asText(""))
        .filter(level -> !level.isEmpty() && !level.equals("unknown"));
  }
}
