package dev.gatehouse.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.config.Capability;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * One entry of {@code GET /models}: OpenAI tells a model's name alone, other servers more.
 *
 * @param entry as the server gave it
 */
record ListedModel(JsonNode entry) {

  /** The server's name of the model; empty text where it has none. */
  String id() {
    return entry.path("id").asText("");
  }

  /**
   * What the model is for: as the server says (LM Studio's and Together's {@code type},
   * OpenRouter's {@code architecture}), else as its name tells.
   */
  ModelPurpose purpose() {
    String type = entry.path("type").asText("");
    if (type.startsWith("embedding") || modalities("output").contains("embeddings")) {
      return ModelPurpose.EMBEDDINGS;
    }
    boolean chats = type.equals("chat") || type.equals("llm") || type.equals("vlm");
    return chats ? ModelPurpose.CHAT : ModelPurpose.of(id());
  }

  /**
   * The longest prompt and answer together, where the server tells it (vLLM, Groq, OpenRouter and
   * Together, Mistral and LM Studio).
   */
  OptionalInt contextTokens() {
    for (String field :
        new String[] {"max_model_len", "context_window", "context_length", "max_context_length"}) {
      if (entry.path(field).isInt() && entry.path(field).intValue() > 0) {
        return OptionalInt.of(entry.path(field).intValue());
      }
    }
    return OptionalInt.empty();
  }

  /**
   * What of {@code usual} the model has, by the server's own word: OpenRouter's input modalities,
   * Mistral's capabilities, LM Studio's type.
   */
  Set<Capability> capabilities(Set<Capability> usual) {
    Set<Capability> left = new TreeSet<>(usual);
    Set<String> inputs = modalities("input");
    if (!inputs.isEmpty()) {
      remove(left, inputs.contains("image"), Capability.VISION, Capability.IMAGE_URLS);
      remove(left, inputs.contains("audio"), Capability.AUDIO);
      remove(left, inputs.contains("file"), Capability.FILES);
    }
    boolean seesNothing =
        saysNo(entry.path("capabilities").path("vision"))
            || entry.path("type").asText("").equals("llm");
    remove(left, !seesNothing, Capability.VISION, Capability.IMAGE_URLS);
    boolean callsNothing = saysNo(entry.path("capabilities").path("function_calling"));
    remove(left, !callsNothing, Capability.TOOLS, Capability.FORCED_TOOLS);
    return left;
  }

  private static void remove(Set<Capability> from, boolean has, Capability... unless) {
    if (!has) {
      from.removeAll(Set.of(unless));
    }
  }

  private static boolean saysNo(JsonNode flag) {
    return flag.isBoolean() && !flag.booleanValue();
  }

  private Set<String> modalities(String direction) {
    Set<String> all = new TreeSet<>();
    entry
        .path("architecture")
        .path(direction + "_modalities")
        .forEach(each -> all.add(each.asText("")));
    return all;
  }
}
