package dev.gatehouse.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Usage;
import java.util.Optional;

/** Reads what the gateway must know of a {@code response} object or of an event. */
final class ResponsesAnswer {
  private ResponsesAnswer() {}

  /** Why a response that has ended did so. */
  static FinishReason finishReason(JsonNode response) {
    if (response.path("status").asText().equals("incomplete")) {
      return response.path("incomplete_details").path("reason").asText().equals("content_filter")
          ? FinishReason.CONTENT_FILTER
          : FinishReason.LENGTH;
    }
    for (JsonNode item : response.path("output")) {
      String type = item.path("type").asText();
      if (type.equals("function_call") || type.equals("custom_tool_call")) {
        return FinishReason.TOOL_CALLS;
      }
    }
    return FinishReason.STOP;
  }

  /** The usage of a response; empty where it has none that can be. */
  static Optional<Usage> usage(JsonNode response) {
    JsonNode usage = response.path("usage");
    JsonNode inputTokens = usage.path("input_tokens");
    JsonNode outputTokens = usage.path("output_tokens");
    if (!OpenAiUsage.isCount(inputTokens) || !OpenAiUsage.isCount(outputTokens)) {
      return Optional.empty();
    }
    long input = inputTokens.longValue();
    long output = outputTokens.longValue();
    JsonNode details = usage.path("input_tokens_details");
    long cached = Math.min(OpenAiUsage.count(details.path("cached_tokens")), input);
    long written = Math.min(OpenAiUsage.count(details.path("cache_write_tokens")), input - cached);
    long reasoning =
        OpenAiUsage.count(usage.path("output_tokens_details").path("reasoning_tokens"));
    return Optional.of(new Usage(input, output, cached, written, Math.min(reasoning, output)));
  }

  /** How many characters of model output an event carries. */
  static int deltaCharacters(JsonNode event) {
    JsonNode delta = event.path("delta");
    return delta.isTextual() ? delta.textValue().length() : 0;
  }

  /** How many characters of model output a whole response carries. */
  static int outputCharacters(JsonNode response) {
    int characters = 0;
    for (JsonNode item : response.path("output")) {
      characters += length(item, "name") + length(item, "arguments") + length(item, "input");
      for (JsonNode part : item.path("content")) {
        characters += length(part, "text") + length(part, "refusal");
      }
      for (JsonNode part : item.path("summary")) {
        characters += length(part, "text");
      }
    }
    return characters;
  }

  private static int length(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isTextual() ? value.textValue().length() : 0;
  }
}
