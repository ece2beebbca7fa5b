package dev.gatehouse.dialect.anthropic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.json.Json;

/**
 * Anthropic's usage object. What was read from a cache or written to it stands beside {@code
 * input_tokens}, where ours holds it all.
 */
final class UsageJson {
  private UsageJson() {}

  /** As a message has it. */
  static ObjectNode whole(Usage usage) {
    ObjectNode node = counts(usage);
    long hour = usage.cacheCreation1hInputTokens();
    node.putObject("cache_creation")
        .put("ephemeral_5m_input_tokens", Math.max(0, usage.cacheCreationInputTokens() - hour))
        .put("ephemeral_1h_input_tokens", hour);
    return node.putNull("server_tool_use").putNull("service_tier");
  }

  /** As the end of a stream has it. */
  static ObjectNode counts(Usage usage) {
    long cached = usage.cacheReadInputTokens() + usage.cacheCreationInputTokens();
    ObjectNode node =
        Json.object()
            .put("input_tokens", Math.max(0, usage.inputTokens() - cached))
            .put("cache_creation_input_tokens", usage.cacheCreationInputTokens())
            .put("cache_read_input_tokens", usage.cacheReadInputTokens())
            .put("output_tokens", usage.outputTokens());
    if (usage.reasoningOutputTokens() > 0) {
      node.putObject("output_tokens_details").put("thinking_tokens", usage.reasoningOutputTokens());
    }
    return node;
  }
}
