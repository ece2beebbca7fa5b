package dev.gatehouse.provider.ollama;

import dev.gatehouse.config.Capability;
import dev.gatehouse.config.Locality;
import dev.gatehouse.provider.CloudNames;
import dev.gatehouse.provider.Model;
import dev.gatehouse.provider.ModelFacts;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A model that an Ollama server has.
 *
 * @param name with its tag, as in {@code qwen3:8b}
 * @param remote whether the server says that it only forwards to another host
 * @param words the server's own words for what it can do
 * @param systemTokens estimated length of the system text that its Modelfile adds to a prompt
 *     without one
 * @param runner how its file is loaded now; empty means it is not
 */
record OllamaModel(
    String name,
    boolean remote,
    Set<String> words,
    ModelFile file,
    int systemTokens,
    Optional<OllamaRunner> runner) {
  private static final String LOCAL_SUFFIX = ":local";

  OllamaModel {
    words = Set.copyOf(words);
  }

  /** A model of which only the name is known, as the operator wrote it. */
  static OllamaModel named(String name) {
    return new OllamaModel(
        name, false, Set.of("completion"), ModelFile.UNKNOWN, 0, Optional.empty());
  }

  /** The name with the tag that Ollama takes where none is written. */
  static String withTag(String name) {
    return name.indexOf(':', name.lastIndexOf('/') + 1) < 0 ? name + ":latest" : name;
  }

  /**
   * Whether the server takes {@code asked} for this model: it looks at neither case, and {@code
   * :local} behind a name only says that it is not the cloud's.
   */
  boolean isCalled(String asked) {
    return withTag(withoutLocal(asked)).equalsIgnoreCase(name)
        || withTag(asked).equalsIgnoreCase(name);
  }

  private static String withoutLocal(String asked) {
    int start = asked.length() - LOCAL_SUFFIX.length();
    return asked.regionMatches(true, Math.max(0, start), LOCAL_SUFFIX, 0, LOCAL_SUFFIX.length())
        ? asked.substring(0, start)
        : asked;
  }

  /** The same model by another name for it. */
  OllamaModel calledAs(String otherName) {
    return new OllamaModel(otherName, cloud(), words, file, systemTokens, runner);
  }

  boolean cloud() {
    return remote || CloudNames.isCloud(name);
  }

  boolean chats() {
    return words.contains("completion");
  }

  boolean embeds() {
    return words.contains("embedding");
  }

  boolean thinks() {
    return words.contains("thinking");
  }

  Set<Capability> capabilities() {
    if (embeds()) {
      return EnumSet.of(Capability.EMBEDDINGS, Capability.VERBATIM_FIELDS);
    }
    EnumSet<Capability> all =
        EnumSet.of(Capability.JSON_OBJECT, Capability.JSON_SCHEMA, Capability.VERBATIM_FIELDS);
    if (words.contains("tools")) {
      all.add(Capability.TOOLS);
      all.add(Capability.FORCED_TOOLS);
    }
    if (words.contains("vision")) {
      all.add(Capability.VISION);
    }
    if (thinks()) {
      all.add(Capability.THINKING);
    }
    return all;
  }

  /**
   * What is known of it, for the list of models.
   *
   * @param serverLocality where the server runs
   * @param contextTokens longest context that can be asked for
   * @param loadTime what its file last took to load, where that was seen
   */
  ModelFacts facts(
      Locality serverLocality, OptionalInt contextTokens, Optional<Duration> loadTime) {
    return new ModelFacts(
        name,
        cloud() ? Locality.CLOUD : serverLocality,
        capabilities(),
        contextTokens,
        quality(),
        new Model.Details(
            cloud() ? OptionalLong.empty() : file.sizeBytes(),
            file.parameters(),
            file.quantization(),
            loadTime,
            runner.map(OllamaRunner::facts)));
  }

  private OptionalDouble quality() {
    return file.parameters().isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(ParameterQuality.of(file.parameters().getAsLong(), thinks()));
  }
}
