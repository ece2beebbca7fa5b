package dev.gatehouse.dialect.openai;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.dialect.AnswerEncoder;
import dev.gatehouse.dialect.AnswerStart;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.json.Json;
import java.util.Map;
import java.util.TreeMap;

/** Collects an answer and writes it as one {@code chat.completion}. */
final class CompletionEncoder implements AnswerEncoder {
  private static final byte[] NOTHING = {};

  private final AnswerStart start;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder refusal = new StringBuilder();
  private final StringBuilder thinking = new StringBuilder();
  private final Map<Integer, ToolCall> calls = new TreeMap<>();
  private String model;
  private Usage usage = Usage.NONE;

  CompletionEncoder(AnswerStart start) {
    this.start = start;
    this.model = start.model();
  }

  @Override
  public String contentType() {
    return "application/json";
  }

  @Override
  public byte[] encode(Event event) {
    switch (event) {
      case Event.Started(String responseModel, _, _) ->
          model = responseModel.isEmpty() ? model : responseModel;
      case Event.TextDelta(_, String piece) -> text.append(piece);
      case Event.ThinkingDelta(_, String piece) -> thinking.append(piece);
      case Event.RefusalDelta(_, String piece) -> refusal.append(piece);
      case Event.ThinkingSignature _, Event.RedactedThinking _, Event.Embedding _ -> {}
      case Event.ToolCallDelta call ->
          calls
              .computeIfAbsent(call.index(), _ -> new ToolCall(call.id(), call.name()))
              .arguments
              .append(call.arguments());
      case Event.UsageReported(Usage reported) -> usage = reported;
      case Event.Ended(FinishReason reason, _) -> {
        return Json.write(completion(reason));
      }
      case Event.Verbatim(byte[] bytes, _) -> {
        return bytes;
      }
      case Event.VerbatimEnd(byte[] bytes, _, _) -> {
        return bytes;
      }
    }
    return NOTHING;
  }

  private ObjectNode completion(FinishReason reason) {
    ObjectNode completion =
        Json.object()
            .put("id", "chatcmpl-" + start.requestId())
            .put("object", "chat.completion")
            .put("created", start.createdAt().getEpochSecond())
            .put("model", model);
    ObjectNode choice = completion.putArray("choices").addObject().put("index", 0);
    choice.set("message", message());
    choice.putNull("logprobs");
    choice.put("finish_reason", word(reason));
    completion.set("usage", usage(usage));
    return completion.putNull("system_fingerprint");
  }

  private ObjectNode message() {
    ObjectNode message = Json.object().put("role", "assistant");
    boolean withoutText = text.isEmpty() && !(calls.isEmpty() && refusal.isEmpty());
    message.put("content", withoutText ? null : text.toString());
    message.put("refusal", refusal.isEmpty() ? null : refusal.toString());
    if (!thinking.isEmpty()) {
      message.put("reasoning_content", thinking.toString());
    }
    if (!calls.isEmpty()) {
      ArrayNode array = message.putArray("tool_calls");
      calls.values().forEach(call -> call.writeTo(array.addObject()));
    }
    return message;
  }

  /** OpenAI's word for a finish reason. */
  static String word(FinishReason reason) {
    return switch (reason) {
      case STOP -> "stop";
      case LENGTH -> "length";
      case TOOL_CALLS -> "tool_calls";
      case CONTENT_FILTER -> "content_filter";
    };
  }

  /** OpenAI's usage object. */
  static ObjectNode usage(Usage usage) {
    ObjectNode node =
        Json.object()
            .put("prompt_tokens", usage.inputTokens())
            .put("completion_tokens", usage.outputTokens())
            .put("total_tokens", usage.inputTokens() + usage.outputTokens());
    node.putObject("prompt_tokens_details")
        .put("cached_tokens", usage.cacheReadInputTokens())
        .put("audio_tokens", usage.audioInputTokens());
    node.putObject("completion_tokens_details")
        .put("reasoning_tokens", usage.reasoningOutputTokens())
        .put("audio_tokens", usage.audioOutputTokens())
        .put("accepted_prediction_tokens", 0)
        .put("rejected_prediction_tokens", 0);
    return node;
  }

  /** A tool call as it grows. */
  private static final class ToolCall {
    private final String id;
    private final String name;
    private final StringBuilder arguments = new StringBuilder();

    ToolCall(String id, String name) {
      this.id = id;
      this.name = name;
    }

    void writeTo(ObjectNode node) {
      node.put("id", id).put("type", "function");
      node.putObject("function").put("name", name).put("arguments", arguments.toString());
    }
  }
}
