package dev.gatehouse.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.conformance.Behaviour.Answer;
import dev.gatehouse.conformance.Behaviour.Finish;
import dev.gatehouse.json.Json;
import dev.gatehouse.scripted.ScriptedUpstream.Exchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** OpenAI's API, and what others make of it. */
final class OpenAiForm extends VendorForm {
  private final boolean original;

  /**
   * @param original OpenAI itself, which hides its thoughts; others tell them
   */
  OpenAiForm(boolean original) {
    this.original = original;
  }

  @Override
  public void answer(Exchange exchange) throws IOException {
    switch (exchange.path()) {
      case "/v1/chat/completions" -> chat(exchange, json(exchange));
      case "/v1/completions" -> complete(exchange, json(exchange));
      case "/v1/responses" -> respond(exchange, json(exchange));
      case "/v1/embeddings" -> exchange.json(200, write(Embeddings.openAi(json(exchange))));
      default -> exchange.json(404, error(404, "no such path"));
    }
  }

  private void chat(Exchange exchange, JsonNode body) throws IOException {
    answer(exchange, ChatAsked.read(body), new ChatForm(body));
  }

  private void complete(Exchange exchange, JsonNode body) throws IOException {
    Ask ask = ChatAsked.completion(body);
    answer(exchange, ask, new CompletionForm(body));
  }

  private void respond(Exchange exchange, JsonNode body) throws IOException {
    answer(exchange, ResponsesAsked.read(body), new ResponsesForm(body));
  }

  @Override
  String error(int status, String message) {
    ObjectNode body = Json.object();
    body.putObject("error")
        .put("message", message)
        .put(
            "type",
            status == 429
                ? "rate_limit_exceeded"
                : status < 500 ? "invalid_request_error" : "server_error")
        .putNull("param")
        .putNull("code");
    return write(body);
  }

  static String word(Finish finish) {
    return switch (finish) {
      case STOP, STOP_SEQUENCE -> "stop";
      case LENGTH -> "length";
      case TOOL_CALLS -> "tool_calls";
    };
  }

  static ObjectNode usage(Answer answer) {
    int reasoning = answer.thinking().isEmpty() ? 0 : 5;
    ObjectNode usage =
        Json.object()
            .put("prompt_tokens", ScriptedModel.INPUT_TOKENS)
            .put("completion_tokens", ScriptedModel.OUTPUT_TOKENS)
            .put("total_tokens", ScriptedModel.INPUT_TOKENS + ScriptedModel.OUTPUT_TOKENS);
    usage
        .putObject("prompt_tokens_details")
        .put("cached_tokens", ScriptedModel.CACHED_TOKENS)
        .put("audio_tokens", 0);
    usage
        .putObject("completion_tokens_details")
        .put("reasoning_tokens", reasoning)
        .put("audio_tokens", 0)
        .put("accepted_prediction_tokens", 0)
        .put("rejected_prediction_tokens", 0);
    return usage;
  }

  /** {@code POST /v1/chat/completions}. */
  private final class ChatForm implements Form {
    private final JsonNode asked;

    ChatForm(JsonNode asked) {
      this.asked = asked;
    }

    private ObjectNode head(String object) {
      ObjectNode head =
          Json.object()
              .put("id", "chatcmpl-Scripted1")
              .put("object", object)
              .put("created", 1_756_419_063)
              .put("model", asked.path("model").asText() + (original ? "-2025-04-14" : ""));
      return original
          ? head.put("service_tier", "default").put("system_fingerprint", "fp_scripted")
          : head;
    }

    @Override
    public ObjectNode body(Answer answer) {
      ObjectNode body = head("chat.completion");
      ObjectNode choice = body.putArray("choices").addObject().put("index", 0);
      ObjectNode message = choice.putObject("message").put("role", "assistant");
      message.put("content", answer.calls().isEmpty() ? answer.text() : null);
      message.putNull("refusal");
      if (original) {
        message.putArray("annotations");
      } else {
        asVllm(message, answer);
      }
      if (!original || !answer.calls().isEmpty()) {
        ArrayNode calls = message.putArray("tool_calls");
        answer.calls().forEach(call -> writeCall(calls.addObject(), call));
      }
      choice.putNull("logprobs").put("finish_reason", word(answer.finish()));
      body.set("usage", usage(answer));
      return body;
    }

    /** vLLM writes everything that a message can have. */
    private static void asVllm(ObjectNode message, Answer answer) {
      message.putNull("annotations").putNull("audio").putNull("function_call");
      message.put("reasoning_content", answer.thinking().isEmpty() ? null : answer.thinking());
    }

    private static void writeCall(ObjectNode node, Ask.Call call) {
      node.put("id", call.id()).put("type", "function");
      node.putObject("function").put("name", call.name()).put("arguments", call.arguments());
    }

    @Override
    public List<String> events(Answer answer) {
      List<String> events = new ArrayList<>();
      ObjectNode first = Json.object().put("role", "assistant");
      first.put("content", answer.calls().isEmpty() ? "" : null);
      events.add(delta(first, Optional.empty()));
      if (!original && !answer.thinking().isEmpty()) {
        ObjectNode thought = Json.object().put("reasoning_content", answer.thinking());
        events.add(delta(thought, Optional.empty()));
      }
      answer
          .pieces()
          .forEach(
              piece -> events.add(delta(Json.object().put("content", piece), Optional.empty())));
      for (int i = 0; i < answer.calls().size(); i++) {
        addCall(events, i, answer.calls().get(i));
      }
      events.add(delta(Json.object(), Optional.of(word(answer.finish()))));
      if (asked.path("stream_options").path("include_usage").asBoolean(false)) {
        ObjectNode last = head("chat.completion.chunk");
        last.putArray("choices");
        last.set("usage", usage(answer));
        events.add(data(last));
      }
      events.add("data: [DONE]\n\n");
      return events;
    }

    private void addCall(List<String> events, int index, Ask.Call call) {
      ObjectNode opening = Json.object();
      ObjectNode item = opening.putArray("tool_calls").addObject().put("index", index);
      item.put("id", call.id()).put("type", "function");
      item.putObject("function").put("name", call.name()).put("arguments", "");
      events.add(delta(opening, Optional.empty()));
      for (String half : halves(call.arguments())) {
        ObjectNode more = Json.object();
        more.putArray("tool_calls")
            .addObject()
            .put("index", index)
            .putObject("function")
            .put("arguments", half);
        events.add(delta(more, Optional.empty()));
      }
    }

    private String delta(ObjectNode delta, Optional<String> finishReason) {
      ObjectNode chunk = head("chat.completion.chunk");
      ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
      choice.set("delta", delta);
      choice.putNull("logprobs").put("finish_reason", finishReason.orElse(null));
      return data(chunk);
    }
  }

  /** {@code POST /v1/completions}, the legacy one. */
  private static final class CompletionForm implements Form {
    private final JsonNode asked;

    CompletionForm(JsonNode asked) {
      this.asked = asked;
    }

    private ObjectNode part(String text, Optional<String> finishReason) {
      ObjectNode part =
          Json.object()
              .put("id", "cmpl-Scripted1")
              .put("object", "text_completion")
              .put("created", 1_756_419_063)
              .put("model", asked.path("model").asText());
      part.putArray("choices")
          .addObject()
          .put("text", text)
          .put("index", 0)
          .putNull("logprobs")
          .put("finish_reason", finishReason.orElse(null));
      return part;
    }

    @Override
    public ObjectNode body(Answer answer) {
      ObjectNode body = part(answer.text(), Optional.of(word(answer.finish())));
      body.set("usage", usage(answer));
      return body;
    }

    @Override
    public List<String> events(Answer answer) {
      List<String> events = new ArrayList<>();
      answer.pieces().forEach(piece -> events.add(data(part(piece, Optional.empty()))));
      events.add(data(part("", Optional.of(word(answer.finish())))));
      if (asked.path("stream_options").path("include_usage").asBoolean(false)) {
        ObjectNode last = part("", Optional.empty());
        last.putArray("choices");
        last.set("usage", usage(answer));
        events.add(data(last));
      }
      events.add("data: [DONE]\n\n");
      return events;
    }
  }

  /** The limit of tokens that a body asks for, under any of its names. */
  static OptionalInt limit(JsonNode body) {
    for (String name : List.of("max_completion_tokens", "max_tokens", "max_output_tokens")) {
      if (body.path(name).isInt()) {
        return OptionalInt.of(body.path(name).intValue());
      }
    }
    return OptionalInt.empty();
  }
}
