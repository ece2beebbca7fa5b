package dev.gatehouse.provider.ollama;

import dev.gatehouse.config.Capability;
import dev.gatehouse.config.Locality;
import dev.gatehouse.provider.CloudNames;
import dev.gatehouse.provider.Model;
import dev.gatehouse.provider.ModelFacts;
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
 * @param digest of its manifest; equal digests are the same model
 * @param remote whether the server says that it only forwards to another host
 * @param words the server's own words for what it can do
 * @param trainedContext tokens it was trained for, where known
 * @param loadedContext tokens it is loaded with now; empty means it is not loaded
 */
record OllamaModel(
    String name,
    String digest,
    boolean remote,
    Set<String> words,
    OptionalInt trainedContext,
    OptionalInt loadedContext,
    OptionalLong sizeBytes,
    OptionalLong parameters,
    Optional<String> quantization) {

  OllamaModel {
    words = Set.copyOf(words);
  }

  /** A model of which only the name is known, as the operator wrote it. */
  static OllamaModel named(String name) {
    return new OllamaModel(
        name,
        "",
        false,
        Set.of("completion"),
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        Optional.empty());
  }

  /** The name with the tag that Ollama takes where none is written. */
  static String withTag(String name) {
    return name.indexOf(':', name.lastIndexOf('/') + 1) < 0 ? name + ":latest" : name;
  }

  /** The same model by another name for it. */
  OllamaModel calledAs(String otherName) {
    return new OllamaModel(
        otherName,
        digest,
        remote || CloudNames.isCloud(name),
        words,
        trainedContext,
        loadedContext,
        sizeBytes,
        parameters,
        quantization);
  }

  boolean cloud() {
    return remote || CloudNames.isCloud(name);
  }

  boolean chats() {
    return words.contains("completion");
  }

  Set<Capability> capabilities() {
    EnumSet<Capability> all = EnumSet.of(Capability.JSON_OBJECT, Capability.JSON_SCHEMA);
    if (words.contains("tools")) {
      all.add(Capability.TOOLS);
    }
    if (words.contains("vision")) {
      all.add(Capability.VISION);
    }
    if (words.contains("thinking")) {
      all.add(Capability.THINKING);
    }
    return all;
  }

  /**
   * What is known of it, for the list of models.
   *
   * @param serverLocality where the server runs
   */
  ModelFacts facts(Locality serverLocality) {
    return new ModelFacts(
        name,
        cloud() ? Locality.CLOUD : serverLocality,
        capabilities(),
        trainedContext,
        quality(),
        new Model.Details(
            cloud() ? OptionalLong.empty() : sizeBytes,
            parameters,
            quantization,
            loadedContext.isPresent()));
  }

  private OptionalDouble quality() {
    return parameters.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            ParameterQuality.of(parameters.getAsLong(), words.contains("thinking")));
  }
}
