package dev.gatehouse.dialect.openai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.dialect.AnswerEncoder;
import dev.gatehouse.dialect.AnswerStart;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.json.Json;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes {@code chat.completion.chunk} events, all with one id. */
final class ChunkEncoder implements AnswerEncoder {
  private static final byte[] NOTHING = {};

  private final AnswerStart start;
  private final boolean streamUsage;
  private String model;
  private boolean roleSent;
  private Usage usage = Usage.NONE;

  /**
   * @param streamUsage whether the stream ends with its usage
   */
  ChunkEncoder(AnswerStart start, boolean streamUsage) {
    this.start = start;
    this.streamUsage = streamUsage;
    this.model = start.model();
  }

  @Override
  public String contentType() {
    return "text/event-stream";
  }

  @Override
  public byte[] encode(Event event) {
    return switch (event) {
      case Event.Started started -> started(started);
      case Event.TextDelta(int choice, String text) ->
          delta(choice, Json.object().put("content", text));
      case Event.ThinkingDelta(int choice, String text) ->
          delta(choice, Json.object().put("reasoning_content", text));
      case Event.ToolCallDelta call -> delta(call.choice(), toolCall(call));
      case Event.RefusalDelta(int choice, String text) ->
          delta(choice, Json.object().put("refusal", text));
      case Event.ThinkingSignature _, Event.RedactedThinking _, Event.Embedding _ -> NOTHING;
      case Event.UsageReported(Usage reported) -> {
        usage = reported;
        yield NOTHING;
      }
      case Event.Ended ended -> end(ended);
      case Event.Verbatim(byte[] bytes, _) -> bytes;
      case Event.VerbatimEnd(byte[] bytes, _, _) -> bytes;
    };
  }

  private byte[] started(Event.Started started) {
    if (!started.responseModel().isEmpty()) {
      model = started.responseModel();
    }
    return NOTHING;
  }

  private static ObjectNode toolCall(Event.ToolCallDelta call) {
    ObjectNode delta = Json.object();
    ObjectNode item = delta.putArray("tool_calls").addObject().put("index", call.index());
    if (!call.id().isEmpty()) {
      item.put("id", call.id()).put("type", "function");
    }
    ObjectNode function = item.putObject("function");
    if (!call.name().isEmpty()) {
      function.put("name", call.name());
    }
    function.put("arguments", call.arguments());
    return delta;
  }

  private byte[] delta(int choice, ObjectNode delta) {
    if (!roleSent) {
      roleSent = true;
      ObjectNode first = Json.object().put("role", "assistant");
      first.setAll(delta);
      return choiceChunk(choice, first, null);
    }
    return choiceChunk(choice, delta, null);
  }

  private byte[] end(Event.Ended ended) {
    ByteArrayOutputStream last = new ByteArrayOutputStream();
    if (!roleSent) {
      last.writeBytes(delta(0, Json.object().put("content", "")));
    }
    last.writeBytes(choiceChunk(0, Json.object(), CompletionEncoder.word(ended.finishReason())));
    if (streamUsage) {
      ObjectNode chunk = chunk();
      chunk.putArray("choices");
      chunk.set("usage", CompletionEncoder.usage(usage));
      last.writeBytes(OpenAiDialect.event(Json.write(chunk)));
    }
    last.writeBytes(OpenAiDialect.done());
    return last.toByteArray();
  }

  private byte[] choiceChunk(int choice, ObjectNode delta, @Nullable String finishReason) {
    ObjectNode chunk = chunk();
    ObjectNode item = chunk.putArray("choices").addObject().put("index", choice);
    item.set("delta", delta);
    item.putNull("logprobs");
    item.put("finish_reason", finishReason);
    if (streamUsage) {
      chunk.putNull("usage");
    }
    return OpenAiDialect.event(Json.write(chunk));
  }

  private ObjectNode chunk() {
    return Json.object()
        .put("id", "chatcmpl-" + start.requestId())
        .put("object", "chat.completion.chunk")
        .put("created", start.createdAt().getEpochSecond())
        .put("model", model)
        .putNull("system_fingerprint");
  }
}
