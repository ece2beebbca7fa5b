package dev.gatehouse.redact.restore;

import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.EmbeddingsRequest;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.InferenceRequest;
import dev.gatehouse.inference.ResponseFormat;
import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonException;
import dev.gatehouse.provider.EventSink;
import dev.gatehouse.redact.Pseudonyms;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts the values in the place of their pseudonyms in one answer, and hands it on: the same text
 * whatever the pieces in which it comes. Text, reasoning, refusals and the arguments of tool calls
 * are restored; names, ids, signatures, headers and {@code logprobs} stay as they came.
 *
 * <p>Tokens that are not of this request are not touched. No more is held back than the longest
 * token, and only while it may still become one. For one answer and one thread.
 */
public final class Restoration implements EventSink {
  private final @Nullable Restorers restorers;
  private final EventSink next;

  private Restoration(@Nullable Restorers restorers, EventSink next) {
    this.restorers = restorers;
    this.next = next;
  }

  private record Restorers(TokenMatcher matcher, RelayedRestorer relayed, DeltaRestorer deltas) {}

  /**
   * The way back of one answer.
   *
   * @param pseudonyms of the request as it went out; where there are none, everything is handed on
   *     as it comes
   * @param request what is answered
   * @param next takes the restored answer
   */
  public static Restoration of(Pseudonyms pseudonyms, InferenceRequest request, EventSink next) {
    if (pseudonyms.all().isEmpty()) {
      return new Restoration(null, next);
    }
    TokenMatcher matcher = new TokenMatcher(pseudonyms);
    Script.Kind answerKind = answerKind(request);
    AnswerWire wire = AnswerWire.of(request.wire());
    return new Restoration(
        new Restorers(
            matcher,
            new RelayedRestorer(matcher, wire, framing(request), answerKind),
            new DeltaRestorer(matcher, answerKind)),
        next);
  }

  /** Where the request demands JSON, a value must not break it. */
  private static Script.Kind answerKind(InferenceRequest request) {
    return switch (request) {
      case ChatRequest chat ->
          switch (chat.responseFormat()) {
            case ResponseFormat.Text() -> Script.Kind.PLAIN;
            case ResponseFormat.JsonObject(), ResponseFormat.JsonSchema _ -> Script.Kind.JSON;
          };
      case EmbeddingsRequest _ -> Script.Kind.PLAIN;
    };
  }

  private static Function<byte[], Frame> framing(InferenceRequest request) {
    return switch (request.wire()) {
      case OPENAI_CHAT, OPENAI_COMPLETIONS, OPENAI_RESPONSES, ANTHROPIC_MESSAGES ->
          request.stream() ? Frame::serverSentEvent : Frame::document;
      case OLLAMA_CHAT, OLLAMA_GENERATE -> Frame::document;
      case OPENAI_EMBEDDINGS, ANTHROPIC_COUNT_TOKENS, OLLAMA_EMBED, OLLAMA_EMBEDDINGS ->
          Frame::ofNumbers;
    };
  }

  @Override
  public void accept(Event event) {
    if (restorers == null) {
      next.accept(event);
    } else {
      restored(restorers, event).forEach(next::accept);
    }
  }

  private static List<Event> restored(Restorers restorers, Event event) {
    return switch (event) {
      case Event.Verbatim(byte[] bytes, int characters) ->
          verbatim(restorers.relayed.accept(bytes, false), characters);
      case Event.VerbatimEnd(byte[] bytes, FinishReason reason, int characters) -> {
        List<byte[]> all = restorers.relayed.accept(bytes, true);
        List<Event> events = new ArrayList<>(verbatim(all.subList(0, all.size() - 1), 0));
        events.add(new Event.VerbatimEnd(all.getLast(), reason, characters));
        yield events;
      }
      case Event.Started _,
          Event.TextDelta _,
          Event.ThinkingDelta _,
          Event.ThinkingSignature _,
          Event.RedactedThinking _,
          Event.RefusalDelta _,
          Event.ToolCallDelta _,
          Event.UsageReported _,
          Event.Embedding _,
          Event.Ended _ ->
          restorers.deltas.accept(event);
    };
  }

  private static List<Event> verbatim(List<byte[]> all, int characters) {
    List<Event> events = new ArrayList<>();
    all.forEach(bytes -> events.add(new Event.Verbatim(bytes, characters)));
    return events;
  }

  /** Hands on what is held back; for an answer that is cut, before anything else is said. */
  public void release() {
    if (restorers != null) {
      verbatim(restorers.relayed.end(), 0).forEach(next::accept);
      restorers.deltas.end().forEach(next::accept);
    }
  }

  /**
   * A JSON document of the upstream's that quotes the request, as an error does, restored in every
   * text.
   *
   * @param json as it came; what is no JSON stays as it is
   */
  public byte[] document(byte[] json) {
    if (restorers == null) {
      return json;
    }
    try {
      Json.read(json);
    } catch (JsonException e) {
      return json;
    }
    return new RelayedRestorer(
            restorers.matcher, new AnyDocument(), Frame::document, Script.Kind.PLAIN)
        .accept(json, true)
        .getLast();
  }
}
