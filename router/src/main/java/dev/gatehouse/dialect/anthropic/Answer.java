package dev.gatehouse.dialect.anthropic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.dialect.AnswerStart;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.json.Json;
import dev.gatehouse.meter.TokenEstimator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One answer as Anthropic tells it: blocks in the order in which they began. For one thread. */
final class Answer {
  private final AnswerStart start;
  private final boolean showsThinking;
  private final List<ContentBlock> blocks = new ArrayList<>();
  private final Map<Integer, ContentBlock> calls = new HashMap<>();
  private String model;
  private Optional<Usage> reported = Optional.empty();
  private long characters;

  /**
   * @param showsThinking whether the client asked to see what the model thinks
   */
  Answer(AnswerStart start, boolean showsThinking) {
    this.start = start;
    this.showsThinking = showsThinking;
    this.model = start.model();
  }

  /** Takes note of an event; what ends the answer says nothing about its content. */
  void add(Event event) {
    switch (event) {
      case Event.Started(String responseModel, _, _) ->
          model = responseModel.isEmpty() ? model : responseModel;
      case Event.TextDelta(_, String text) -> text(text);
      case Event.RefusalDelta(_, String text) -> text(text);
      case Event.ThinkingDelta(_, String text) -> think(text);
      case Event.ThinkingSignature(_, String signature) -> sign(signature);
      case Event.RedactedThinking(_, String data) -> redacted(data);
      case Event.ToolCallDelta call -> call(call);
      case Event.UsageReported(Usage usage) -> reported = Optional.of(usage);
      case Event.Embedding _, Event.Ended _, Event.Verbatim _, Event.VerbatimEnd _ -> {}
    }
  }

  private void text(String piece) {
    characters += piece.length();
    if (!piece.isEmpty()) {
      if (blocks.isEmpty() || !blocks.getLast().isText()) {
        blocks.add(ContentBlock.ofText());
      }
      blocks.getLast().append(piece);
    }
  }

  private void think(String piece) {
    characters += piece.length();
    if (showsThinking && !piece.isEmpty()) {
      thinking().append(piece);
    }
  }

  private void sign(String signature) {
    if (showsThinking && !signature.isEmpty()) {
      thinking().sign(signature);
    }
  }

  private ContentBlock thinking() {
    if (blocks.isEmpty() || !blocks.getLast().isUnsignedThinking()) {
      blocks.add(ContentBlock.ofThinking());
    }
    return blocks.getLast();
  }

  private void redacted(String data) {
    if (showsThinking) {
      blocks.add(ContentBlock.ofRedactedThinking(data));
    }
  }

  private void call(Event.ToolCallDelta call) {
    characters += call.name().length() + call.arguments().length();
    ContentBlock block = calls.get(call.index());
    if (block == null) {
      block = ContentBlock.ofToolUse(call.id(), call.name());
      calls.put(call.index(), block);
      blocks.add(block);
    }
    block.append(call.arguments());
  }

  /** Every block that has begun, in that order; for reading. */
  List<ContentBlock> blocks() {
    return blocks;
  }

  /** The message before its first block: clients add what its end counts to what this counts. */
  ObjectNode beginning() {
    Usage usage = usage();
    Usage input =
        new Usage(
                usage.inputTokens(),
                0,
                usage.cacheReadInputTokens(),
                usage.cacheCreationInputTokens(),
                0)
            .withCacheCreation1h(usage.cacheCreation1hInputTokens());
    return message(input);
  }

  /** The message but for its content and its end. */
  ObjectNode message() {
    return message(usage());
  }

  private ObjectNode message(Usage usage) {
    ObjectNode message =
        Json.object()
            .put("id", "msg_" + start.requestId())
            .put("type", "message")
            .put("role", "assistant")
            .put("model", model);
    message.putArray("content");
    message.putNull("stop_reason").putNull("stop_sequence");
    message.set("usage", UsageJson.whole(usage));
    return message;
  }

  /** Why and by what the answer ended. */
  ObjectNode ending(Event.Ended ended) {
    return Json.object()
        .put("stop_reason", stopReason(ended))
        .put("stop_sequence", ended.stopSequence().orElse(null));
  }

  private String stopReason(Event.Ended ended) {
    return switch (ended.finishReason()) {
      case LENGTH -> "max_tokens";
      case CONTENT_FILTER -> "refusal";
      case TOOL_CALLS -> "tool_use";
      case STOP -> {
        if (ended.stopSequence().isPresent()) {
          yield "stop_sequence";
        }
        yield calls.isEmpty() ? "end_turn" : "tool_use";
      }
    };
  }

  /** As the upstream counted, else as well as it can be guessed. */
  Usage usage() {
    return reported.orElseGet(
        () -> Usage.of(start.inputTokens(), TokenEstimator.ofCharacters(characters)));
  }
}
