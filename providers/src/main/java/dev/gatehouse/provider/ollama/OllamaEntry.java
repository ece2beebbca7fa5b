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
  private static final Pattern BLOB = Pattern.compile("(?m)^FROM .*\\b(sha256-[0-9a-f]{64})$");
  private static final int BYTES_PER_NUMBER = 2;
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
   * @param runners what is in memory, by model file
   */
  OllamaModel model(Map<String, OllamaRunner> runners) {
    String file = file();
    return new OllamaModel(
        tag.path("name").asText(""),
        remote(tag) || remote(show),
        words(),
        new ModelFile(
            file,
            trainedContext(),
            positive(tag.path("size").asLong(0)),
            parameters(),
            quantization(),
            cacheBytesPerToken()),
        PromptEstimate.tokens(show.path("system").asText("")),
        Optional.ofNullable(runners.get(file)));
  }

  /**
   * What tells one file of weights from another: the blob that {@code modelfile} names, else the
   * manifest's digest, which every alias has one of.
   */
  String file() {
    Matcher from = BLOB.matcher(show.path("modelfile").asText(""));
    return from.find() ? from.group(1) : tag.path("digest").asText("");
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

  /**
   * Keys and values of every layer, in two bytes each, which is the server's default ({@code
   * OLLAMA_KV_CACHE_TYPE=f16}). Checked against a real one: 23,040 bytes for SmolLM2-135M, which
   * with the buffers that grow along took 24,064.
   */
  private OptionalLong cacheBytesPerToken() {
    JsonNode info = show.path("model_info");
    String architecture = info.path("general.architecture").asText("");
    long layers = info.path(architecture + ".block_count").asLong(0);
    long heads = info.path(architecture + ".attention.head_count").asLong(0);
    long width = heads == 0 ? 0 : info.path(architecture + ".embedding_length").asLong(0) / heads;
    long keys = info.path(architecture + ".attention.key_length").asLong(width);
    long values = info.path(architecture + ".attention.value_length").asLong(width);
    long cachedHeads =
        cachedHeads(info.path(architecture + ".attention.head_count_kv"), layers, heads);
    return positive(cachedHeads * (keys + values) * BYTES_PER_NUMBER);
  }

  /** Of all layers together; some models have a number for each layer. */
  private static long cachedHeads(JsonNode perLayer, long layers, long heads) {
    if (perLayer.isArray()) {
      long sum = 0;
      for (JsonNode each : perLayer) {
        sum += each.asLong(0);
      }
      return sum;
    }
    return layers * perLayer.asLong(heads);
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
