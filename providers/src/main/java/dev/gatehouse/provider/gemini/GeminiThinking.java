package dev.gatehouse.provider.gemini;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.inference.Reasoning;
import dev.gatehouse.json.Json;
import java.util.Locale;

/** How a model shall think, as {@code thinkingConfig}. */
final class GeminiThinking {

  /** "The model decides" (Gemini API, "Thinking"). */
  private static final int DYNAMIC_BUDGET = -1;

  /** The large models of generation 2.5 think within 128 to 32768 tokens, the others 0 to 24576. */
  private static final int LEAST_OF_PRO = 128;

  private static final int MOST = 24576;
  private static final int MOST_OF_PRO = 32768;

  private GeminiThinking() {}

  static ObjectNode config(Reasoning reasoning, GeminiModel model) {
    ObjectNode config = Json.object();
    config.put("includeThoughts", !(reasoning instanceof Reasoning.Off));
    switch (reasoning) {
      case Reasoning.Off() -> least(config, model);
      case Reasoning.On() -> {
        if (!model.thinksByLevel()) {
          config.put("thinkingBudget", DYNAMIC_BUDGET);
        }
      }
      case Reasoning.Budget(int tokens) -> config.put("thinkingBudget", within(tokens, model));
      case Reasoning.Effort(String word) -> effort(config, word.toLowerCase(Locale.ROOT), model);
    }
    return config;
  }

  /** Not at all, or as little as the model can. */
  private static void least(ObjectNode config, GeminiModel model) {
    if (model.thinksByLevel()) {
      config.put("thinkingLevel", model.pro() ? "low" : "minimal");
    } else {
      config.put("thinkingBudget", within(0, model));
    }
  }

  private static int within(int tokens, GeminiModel model) {
    return model.pro() ? Math.clamp(tokens, LEAST_OF_PRO, MOST_OF_PRO) : Math.min(tokens, MOST);
  }

  private static void effort(ObjectNode config, String word, GeminiModel model) {
    if (model.thinksByLevel()) {
      config.put("thinkingLevel", level(word, model));
    } else {
      config.put("thinkingBudget", budget(word));
    }
  }

  private static String level(String word, GeminiModel model) {
    return switch (word) {
      case "minimal" -> model.pro() ? "low" : "minimal";
      case "low", "medium" -> word;
      default -> "high";
    };
  }

  /** Google's own budgets for OpenAI's words (Gemini API, "OpenAI compatibility"). */
  private static int budget(String effort) {
    return switch (effort) {
      case "minimal", "low" -> 1024;
      case "medium" -> 8192;
      default -> MOST;
    };
  }
}
