package dev.gatehouse.dialect.openai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.dialect.AnswerEncoder;
import dev.gatehouse.dialect.AnswerStart;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.json.Json;
import java.io.ByteArrayOutputStream;

/** Writes a streamed {@code text_completion}, all chunks with one id. */
final class TextChunkEncoder implements AnswerEncoder {
  private static final byte[] NOTHING = {};

  private final AnswerStart start;
  private final boolean streamUsage;
  private String model;
  private Usage usage = Usage.NONE;

  /**
   * @param streamUsage whether the stream ends with its usage
   */
  TextChunkEncoder(AnswerStart start, boolean streamUsage) {
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
      case Event.Started(String responseModel, _, _) -> {
        model = responseModel.isEmpty() ? model : responseModel;
        yield NOTHING;
      }
      case Event.TextDelta(_, String text) -> chunk(TextCompletionEncoder.choice(text));
      case Event.RefusalDelta(_, String text) -> chunk(TextCompletionEncoder.choice(text));
      case Event.UsageReported(Usage reported) -> {
        usage = reported;
        yield NOTHING;
      }
      case Event.Ended(FinishReason reason, _) -> end(reason);
      case Event.Verbatim(byte[] bytes, _) -> bytes;
      case Event.VerbatimEnd(byte[] bytes, _, _) -> bytes;
      case Event.ThinkingDelta _, Event.ThinkingSignature _, Event.RedactedThinking _ -> NOTHING;
      case Event.ToolCallDelta _, Event.Embedding _ -> NOTHING;
    };
  }

  private byte[] chunk(ObjectNode choice) {
    ObjectNode chunk = TextCompletionEncoder.completion(start, model);
    chunk.putArray("choices").add(choice);
    if (streamUsage) {
      chunk.putNull("usage");
    }
    return OpenAiDialect.event(Json.write(chunk));
  }

  private byte[] end(FinishReason reason) {
    ByteArrayOutputStream last = new ByteArrayOutputStream();
    last.writeBytes(
        chunk(
            TextCompletionEncoder.choice("")
                .put("finish_reason", TextCompletionEncoder.word(reason))));
    if (streamUsage) {
      ObjectNode chunk = TextCompletionEncoder.completion(start, model);
      chunk.putArray("choices");
      chunk.set("usage", CompletionEncoder.usage(usage));
      last.writeBytes(OpenAiDialect.event(Json.write(chunk)));
    }
    last.writeBytes(OpenAiDialect.done());
    return last.toByteArray();
  }
}
