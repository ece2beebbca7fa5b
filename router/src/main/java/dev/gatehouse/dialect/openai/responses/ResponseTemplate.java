package dev.gatehouse.dialect.openai.responses;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.json.Json;

/**
 * Writes {@code response} objects: what the request asked for, at OpenAI's defaults where it did
 * not say.
 *
 * @param request as the client wrote it
 * @param stored whether the answer is kept
 */
record ResponseTemplate(JsonNode request, boolean stored) {

  /** A response that has just begun. It has no usage: the API's description knows no empty one. */
  ObjectNode begun(String id, long createdAt, String model) {
    ObjectNode response =
        Json.object()
            .put("id", id)
            .put("object", "response")
            .put("created_at", createdAt)
            .put("status", "in_progress")
            .put("background", false)
            .putNull("completed_at")
            .putNull("error")
            .putNull("incomplete_details");
    echo(response, "instructions");
    echo(response, "max_output_tokens");
    response.putNull("max_tool_calls").put("model", model).set("output", Json.array());
    response.put("parallel_tool_calls", request.path("parallel_tool_calls").asBoolean(true));
    echo(response, "previous_response_id");
    echoWhereGiven(response, "prompt_cache_key");
    response.set("reasoning", reasoning());
    echoWhereGiven(response, "safety_identifier");
    response.put("service_tier", "default").put("store", stored);
    response.set("temperature", given("temperature", DoubleNode.valueOf(1)));
    response.set("text", text());
    response.set("tool_choice", given("tool_choice", TextNode.valueOf("auto")));
    response.set("tools", tools());
    response.put("top_logprobs", 0);
    response.set("top_p", given("top_p", DoubleNode.valueOf(1)));
    response.put("truncation", "disabled");
    echoWhereGiven(response, "user");
    response.set("metadata", given("metadata", Json.object()));
    return response;
  }

  private JsonNode given(String name, JsonNode otherwise) {
    return request.hasNonNull(name) ? request.path(name) : otherwise;
  }

  private void echo(ObjectNode response, String name) {
    response.set(name, request.path(name).isMissingNode() ? null : request.path(name));
  }

  private void echoWhereGiven(ObjectNode response, String name) {
    if (request.hasNonNull(name)) {
      response.set(name, request.path(name));
    }
  }

  private ObjectNode reasoning() {
    JsonNode asked = request.path("reasoning");
    ObjectNode reasoning = Json.object();
    reasoning.set("effort", asked.hasNonNull("effort") ? asked.path("effort") : null);
    reasoning.set("summary", asked.hasNonNull("summary") ? asked.path("summary") : null);
    return reasoning;
  }

  private ObjectNode text() {
    ObjectNode text = Json.object();
    JsonNode asked = request.path("text");
    text.set(
        "format",
        asked.hasNonNull("format") ? asked.path("format") : Json.object().put("type", "text"));
    if (asked.hasNonNull("verbosity")) {
      text.set("verbosity", asked.path("verbosity"));
    }
    return text;
  }

  private ArrayNode tools() {
    ArrayNode tools = Json.array();
    for (JsonNode tool : request.path("tools")) {
      ObjectNode echoed = tool.deepCopy();
      if (tool.path("type").asText().equals("function")) {
        echoed.putIfAbsent("parameters", NullNode.instance);
        echoed.putIfAbsent("strict", NullNode.instance);
      }
      tools.add(echoed);
    }
    return tools;
  }

  /**
   * Ends a response.
   *
   * @param now seconds since 1970
   */
  static ObjectNode ended(ObjectNode response, FinishReason reason, Usage usage, long now) {
    switch (reason) {
      case STOP, TOOL_CALLS -> response.put("status", "completed").put("completed_at", now);
      case LENGTH -> incomplete(response, "max_output_tokens");
      case CONTENT_FILTER -> incomplete(response, "content_filter");
    }
    response.set("usage", usage(usage));
    return response;
  }

  private static void incomplete(ObjectNode response, String reason) {
    response.put("status", "incomplete");
    response.putObject("incomplete_details").put("reason", reason);
  }

  private static ObjectNode usage(Usage usage) {
    ObjectNode node = Json.object().put("input_tokens", usage.inputTokens());
    node.putObject("input_tokens_details")
        .put("cached_tokens", usage.cacheReadInputTokens())
        .put("cache_write_tokens", usage.cacheCreationInputTokens());
    node.put("output_tokens", usage.outputTokens());
    node.putObject("output_tokens_details").put("reasoning_tokens", usage.reasoningOutputTokens());
    return node.put("total_tokens", usage.inputTokens() + usage.outputTokens());
  }
}
