package dev.gatehouse.dialect.anthropic;

import dev.gatehouse.dialect.AnswerEncoder;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.json.Json;

/** Writes the length of a prompt. */
final class CountEncoder implements AnswerEncoder {
  private static final byte[] NOTHING = {};

  private long inputTokens;

  @Override
  public String contentType() {
    return "application/json";
  }

  @Override
  public byte[] encode(Event event) {
    return switch (event) {
      case Event.UsageReported(Usage usage) -> {
        inputTokens = usage.inputTokens();
        yield NOTHING;
      }
      case Event.Ended _ -> Json.write(Json.object().put("input_tokens", inputTokens));
      case Event.Verbatim(byte[] bytes, _) -> bytes;
      case Event.VerbatimEnd(byte[] bytes, _, _) -> bytes;
      case Event.Started _, Event.TextDelta _, Event.RefusalDelta _, Event.ToolCallDelta _ ->
          NOTHING;
      case Event.ThinkingDelta _, Event.ThinkingSignature _, Event.RedactedThinking _ -> NOTHING;
      case Event.Embedding _ -> NOTHING;
    };
  }
}
