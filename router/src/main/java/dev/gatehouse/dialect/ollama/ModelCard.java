package dev.gatehouse.dialect.ollama;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.config.Capability;
import dev.gatehouse.config.Locality;
import dev.gatehouse.json.Json;
import dev.gatehouse.provider.Model;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Ollama's API tells of a name.
 *
 * @param models those that it may mean; several for a virtual name, none where nothing stands
 *     behind it now
 */
record ModelCard(String name, List<Model> models) {
  private static final Pattern FAMILY = Pattern.compile("[a-z]+[0-9]*");
  private static final long BILLION = 1_000_000_000;
  private static final long MILLION = 1_000_000;

  ModelCard {
    models = List.copyOf(models);
  }

  /** What opens an entry of a list. */
  ObjectNode entry() {
    return Json.object().put("name", name).put("model", name);
  }

  /**
   * Marks what may run elsewhere, as Ollama marks what it forwards: a gateway in front of this one
   * must see that it is no local model.
   */
  void markIfRemote(ObjectNode entry) {
    models.stream()
        .filter(model -> model.locality() == Locality.CLOUD)
        .findFirst()
        .ifPresent(
            model ->
                entry
                    .put("remote_model", only().map(Model::id).orElse(name))
                    .put("remote_host", only().map(Model::providerName).orElse("gatehouse")));
  }

  private Optional<Model> only() {
    return models.size() == 1 ? Optional.of(models.getFirst()) : Optional.empty();
  }

  /** Of the weights, in bytes; 0 where it is not known. */
  long sizeBytes() {
    return only().map(model -> model.details().sizeBytes().orElse(0)).orElse(0L);
  }

  /** SHA-256 in hex; of the model's own name, since the file's is not known here. */
  String digest() {
    byte[] own = only().map(Model::reference).orElse(name).getBytes(StandardCharsets.UTF_8);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(own));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  ObjectNode details() {
    ObjectNode details =
        Json.object().put("parent_model", "").put("format", "gguf").put("family", family());
    details.putArray("families").add(family());
    return details
        .put("parameter_size", only().map(ModelCard::parameterSize).orElse(""))
        .put(
            "quantization_level",
            only().flatMap(model -> model.details().quantization()).orElse("unknown"));
  }

  /** The first word of the model's own name; Ollama's keys about a model begin with it. */
  String family() {
    String own = only().map(Model::id).orElse("gatehouse").toLowerCase(Locale.ROOT);
    Matcher word = FAMILY.matcher(own.substring(own.lastIndexOf('/') + 1));
    return word.find() ? word.group() : "gatehouse";
  }

  /** Number of parameters, where it is known. */
  OptionalLong parameters() {
    return only().map(model -> model.details().parameters()).orElse(OptionalLong.empty());
  }

  /** As Ollama rounds: {@code 8.2B}, {@code 134.52M}. */
  private static String parameterSize(Model model) {
    long count = model.details().parameters().orElse(0);
    if (count >= BILLION) {
      return String.format(Locale.ROOT, "%.1fB", count / (double) BILLION);
    }
    return count > 0 ? String.format(Locale.ROOT, "%.2fM", count / (double) MILLION) : "";
  }

  /** Longest prompt and answer together, in tokens. */
  OptionalInt contextTokens() {
    return models.stream().flatMapToInt(model -> model.contextTokens().stream()).max();
  }

  /** Ollama's words for what one of the models can do. */
  ArrayNode capabilities() {
    Set<Capability> all = EnumSet.noneOf(Capability.class);
    models.forEach(model -> all.addAll(model.capabilities()));
    ArrayNode words = Json.array();
    if (!models.stream().allMatch(model -> model.capabilities().contains(Capability.EMBEDDINGS))) {
      words.add("completion");
    }
    for (Capability capability : all) {
      word(capability).ifPresent(words::add);
    }
    return words;
  }

  private static Optional<String> word(Capability capability) {
    return switch (capability) {
      case TOOLS -> Optional.of("tools");
      case VISION -> Optional.of("vision");
      case AUDIO -> Optional.of("audio");
      case THINKING -> Optional.of("thinking");
      case EMBEDDINGS -> Optional.of("embedding");
      case FORCED_TOOLS, IMAGE_URLS, FILES, JSON_OBJECT, JSON_SCHEMA -> Optional.empty();
      case LOGPROBS, MULTIPLE_CHOICES, VERBATIM_FIELDS -> Optional.empty();
    };
  }
}
