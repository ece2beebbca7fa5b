package dev.gatehouse.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.provider.langchain.Asked;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an answer says, whichever way it came.
 *
 * @param calls id, name and arguments of each, in order
 * @param usage empty where the vendor gave none
 */
record Meaning(
    String text,
    String thinking,
    String refusal,
    List<Call> calls,
    FinishReason finishReason,
    Optional<Usage> usage) {

  /** A tool call. */
  record Call(String id, String name, String arguments) {}

  /** The same where a call has an id of our own making because the vendor gave none. */
  Meaning withVendorsIds(Meaning recorded) {
    List<Call> renamed = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      boolean ours = i < recorded.calls.size() && recorded.calls.get(i).id().isEmpty();
      Call call = calls.get(i);
      renamed.add(
          ours && call.id().startsWith("call_")
              ? new Call("", call.name(), call.arguments())
              : call);
    }
    return new Meaning(text, thinking, refusal, renamed, finishReason, usage);
  }

  /** Of our own events. */
  static Meaning of(List<Event> events) {
    Meaning.Sum sum = new Sum();
    for (Event event : events) {
      switch (event) {
        case Event.TextDelta(_, var text) -> sum.text.append(text);
        case Event.ThinkingDelta(_, var text) -> sum.thinking.append(text);
        case Event.RefusalDelta(_, var text) -> sum.refusal.append(text);
        case Event.ToolCallDelta(_, var index, var id, var name, var arguments) ->
            sum.call(index, id, name, arguments);
        case Event.UsageReported(var usage) -> sum.usage = Optional.of(usage);
        case Event.Ended(var reason, _) -> sum.finishReason = reason;
        case Event.Started _, Event.ThinkingSignature _, Event.RedactedThinking _ -> {}
        case Event.Verbatim _, Event.VerbatimEnd _, Event.Embedding _ -> {}
      }
    }
    return sum.meaning();
  }

  /** Of a recorded answer: a whole one, or every chunk of a stream. */
  static Meaning ofRecorded(List<JsonNode> answers) {
    Sum sum = new Sum();
    for (JsonNode answer : answers) {
      sum.usage = usage(answer).or(() -> sum.usage);
      JsonNode choice = answer.path("choices").path(0);
      JsonNode said = choice.has("delta") ? choice.path("delta") : choice.path("message");
      sum.add(said);
      if (choice.path("finish_reason").isTextual()) {
        sum.finishReason = reason(choice.path("finish_reason").textValue());
      }
    }
    return sum.meaning();
  }

  private static FinishReason reason(String word) {
    return switch (word) {
      case "stop" -> FinishReason.STOP;
      case "length" -> FinishReason.LENGTH;
      case "tool_calls" -> FinishReason.TOOL_CALLS;
      case "content_filter" -> FinishReason.CONTENT_FILTER;
      default -> throw new IllegalArgumentException("unknown finish_reason " + word);
    };
  }

  /** Read member by member, in every vendor's spelling. */
  static Optional<Usage> usage(JsonNode answer) {
    JsonNode said = answer.path("usage");
    if (!said.isObject()) {
      return Optional.empty();
    }
    long cached = said.at("/prompt_tokens_details/cached_tokens").asLong(0);
    for (String spelling :
        List.of("prompt_cache_hit_tokens", "num_cached_tokens", "cached_tokens")) {
      cached = Math.max(cached, said.path(spelling).asLong(0));
    }
    return Optional.of(
        new Usage(
                said.path("prompt_tokens").asLong(),
                said.path("completion_tokens").asLong(),
                cached,
                said.at("/prompt_tokens_details/cache_write_tokens").asLong(0),
                said.at("/completion_tokens_details/reasoning_tokens").asLong(0))
            .withAudio(
                said.at("/prompt_tokens_details/audio_tokens").asLong(0),
                said.at("/completion_tokens_details/audio_tokens").asLong(0)));
  }

  /** A stream of one chunk that says what a whole answer says. */
  static String asStream(JsonNode whole) {
    ObjectNode chunk = whole.deepCopy();
    chunk.put("object", "chat.completion.chunk");
    for (JsonNode choice : chunk.path("choices")) {
      JsonNode message = ((ObjectNode) choice).remove("message");
      int index = 0;
      for (JsonNode call : message.path("tool_calls")) {
        ((ObjectNode) call).put("index", index++);
      }
      ((ObjectNode) choice).set("delta", message);
    }
    return "data: " + chunk + "\n\ndata: [DONE]\n\n";
  }

  /** Every chunk of a recorded stream, in order. */
  static List<JsonNode> chunks(String stream) {
    List<JsonNode> chunks = new ArrayList<>();
    stream
        .lines()
        .filter(line -> line.startsWith("data:") && !line.contains("[DONE]"))
        .forEach(line -> chunks.add(Asked.json(line.substring(5).strip())));
    return chunks;
  }

  private static final class Sum {
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder thinking = new StringBuilder();
    private final StringBuilder refusal = new StringBuilder();
    private final Map<Integer, Call> calls = new TreeMap<>();
    private Optional<Usage> usage = Optional.empty();
    private FinishReason finishReason = FinishReason.STOP;

    void add(JsonNode said) {
      if (said.path("content").isArray()) {
        for (JsonNode part : said.path("content")) {
          text.append(part.path("text").asText(""));
          part.path("thinking").forEach(each -> thinking.append(each.path("text").asText("")));
        }
      } else {
        text.append(said.path("content").asText(""));
      }
      thinking.append(said.path("reasoning_content").asText(""));
      thinking.append(said.path("reasoning").asText(""));
      refusal.append(said.path("refusal").asText(""));
      int position = 0;
      for (JsonNode call : said.path("tool_calls")) {
        call(
            call.path("index").asInt(position++),
            call.path("id").asText(""),
            call.at("/function/name").asText(""),
            call.at("/function/arguments").asText(""));
      }
    }

    void call(int index, String id, String name, String arguments) {
      Call known = calls.getOrDefault(index, new Call("", "", ""));
      calls.put(
          index, new Call(known.id() + id, known.name() + name, known.arguments() + arguments));
    }

    Meaning meaning() {
      return new Meaning(
          text.toString(),
          thinking.toString(),
          refusal.toString(),
          calls.values().stream().map(Sum::withArguments).toList(),
          finishReason,
          usage);
    }

    /** No arguments are an empty object. */
    private static Call withArguments(Call call) {
      return call.arguments().isEmpty() ? new Call(call.id(), call.name(), "{}") : call;
    }
  }
}
