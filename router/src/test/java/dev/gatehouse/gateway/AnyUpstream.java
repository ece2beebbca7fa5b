package dev.gatehouse.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.json.Json;
import dev.gatehouse.scripted.ScriptedUpstream;
import dev.gatehouse.scripted.ScriptedUpstream.Exchange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A vendor's server that answers "Hello there.", calls the first tool it is given until it has a
 * result, and gives a city where it is asked for JSON.
 */
enum AnyUpstream {
  OPENAI("{name: up, kind: openai, base-url: %s, api-key: k, models: [{id: gpt-5.2}]}", "/v1"),
  ANTHROPIC(
      "{name: up, kind: anthropic, base-url: %s, api-key: k, models: [{id: claude-sonnet-4-5, input-price: 3, output-price: 15}]}",
      ""),
  COMPATIBLE(
      "{name: up, kind: openai-compatible, locality: local, base-url: %s, models: [qwen3-8b]}",
      "/v1"),
  OLLAMA("{name: up, kind: ollama, base-url: %s}", "");

  static final String JSON_ANSWER = "{\"city\":\"Rome\"}";
  private static final List<String> TEXT = List.of("Hello", " there.");

  private final String provider;
  private final String path;

  AnyUpstream(String provider, String path) {
    this.provider = provider;
    this.path = path;
  }

  ScriptedUpstream start() {
    return ScriptedUpstream.start(this::answer);
  }

  /** The configuration of a gateway in front of it. */
  String configuration(ScriptedUpstream server) {
    return "providers:\n  - " + provider.formatted(server.url(path)) + "\n";
  }

  /** The last question that it was asked, as JSON. */
  static JsonNode lastQuestion(ScriptedUpstream server) {
    return Json.read(server.exchanges().getLast().body());
  }

  private void answer(Exchange exchange) throws IOException {
    switch (exchange.path()) {
      case "/v1/responses" -> openAi(exchange);
      case "/v1/chat/completions" -> compatible(exchange);
      case "/v1/messages" -> stream(exchange, anthropic(Json.read(exchange.body())));
      case "/api/chat" -> ollama(exchange);
      case "/api/tags" ->
          exchange.json(
              200,
              "{\"models\":[{\"name\":\"able:8b\",\"model\":\"able:8b\",\"size\":5000000000,\"digest\":\"d\",\"capabilities\":[\"completion\",\"tools\"],"
                  + "\"details\":{\"parameter_size\":\"8.0B\",\"context_length\":40960}}]}");
      case "/api/show" ->
          exchange.json(
              200,
              "{\"capabilities\":[\"completion\",\"tools\"],\"details\":{},\"model_info\":{\"general.architecture\":\"x\",\"x.context_length\":40960}}");
      case "/api/ps" -> exchange.json(200, "{\"models\":[]}");
      case "/api/version" -> exchange.json(200, "{\"version\":\"0.12.0\"}");
      default -> exchange.respond(404, Map.of(), new byte[0]);
    }
  }

  private static void openAi(Exchange exchange) throws IOException {
    JsonNode asked = Json.read(exchange.body());
    String item =
        callsTool(asked, "function_call_output")
            ? "{\"id\":\"fc_up\",\"type\":\"function_call\",\"status\":\"completed\",\"arguments\":"
                + quoted(JSON_ANSWER)
                + ",\"call_id\":\"call_up\",\"name\":\"weather\"}"
            : "{\"id\":\"msg_up\",\"type\":\"message\",\"status\":\"completed\",\"role\":\"assistant\",\"content\":[{\"type\":\"output_text\",\"annotations\":[],\"logprobs\":[],\"text\":%s}]}"
                .formatted(quoted(text(asked.path("text").path("format").has("schema"))));
    String whole =
        "{\"id\":\"resp_up"
            + (exchange.hashCode() & 0xffff)
            + "\",\"object\":\"response\",\"created_at\":1,\"status\":\"completed\",\"error\":null,\"incomplete_details\":null,\"instructions\":null,\"metadata\":{},\"model\":\"gpt-5.2-2025-12-11\",\"output\":["
            + item
            + "],\"parallel_tool_calls\":true,\"previous_response_id\":null,\"store\":false,\"temperature\":1.0,\"tool_choice\":\"auto\",\"tools\":[],\"top_p\":0.98,"
            + "\"usage\":{\"input_tokens\":20,\"input_tokens_details\":{\"cached_tokens\":0,\"cache_write_tokens\":0},\"output_tokens\":10,\"output_tokens_details\":{\"reasoning_tokens\":0},\"total_tokens\":30}}";
    if (asked.path("stream").asBoolean()) {
      stream(
          exchange,
          Stream.of(
              "{\"type\":\"response.created\",\"response\":" + whole + ",\"sequence_number\":0}",
              "{\"type\":\"response.in_progress\",\"response\":"
                  + whole
                  + ",\"sequence_number\":1}",
              "{\"type\":\"response.output_text.delta\",\"item_id\":\"msg_up\",\"output_index\":0,\"content_index\":0,\"delta\":\"Hello there.\",\"logprobs\":[],\"sequence_number\":2}",
              "{\"type\":\"response.completed\",\"response\":"
                  + whole
                  + ",\"sequence_number\":3}"));
    } else {
      exchange.json(200, whole);
    }
  }

  private static void compatible(Exchange exchange) throws IOException {
    JsonNode asked = Json.read(exchange.body());
    exchange.begin(200, "text/event-stream");
    boolean call = callsTool(asked, "\"role\":\"tool\"");
    if (call) {
      exchange.chunk(
          Answers.chunk(
              "{\"tool_calls\":[{\"index\":0,\"id\":\"call_up\",\"type\":\"function\",\"function\":{\"name\":\"weather\",\"arguments\":"
                  + quoted(JSON_ANSWER)
                  + "}}]}",
              "null",
              ""));
    } else {
      for (String piece : asked.has("response_format") ? List.of(JSON_ANSWER) : TEXT) {
        exchange.chunk(Answers.chunk("{\"content\":" + quoted(piece) + "}", "null", ""));
      }
    }
    exchange.chunk(Answers.chunk("{}", call ? "\"tool_calls\"" : "\"stop\"", ""));
    exchange.chunk(Answers.usageChunk(20, 10));
    exchange.chunk("data: [DONE]\n\n");
    exchange.end();
  }

  private static Stream<String> anthropic(JsonNode asked) {
    boolean call = callsTool(asked, "tool_result");
    Stream<String> block =
        call
            ? Stream.of(
                "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"tool_use\",\"id\":\"call_up\",\"name\":\"weather\",\"input\":{}}}",
                "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":"
                    + quoted(JSON_ANSWER)
                    + "}}")
            : Stream.concat(
                Stream.of(
                    "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}"),
                (asked.toString().contains("json_schema") ? List.of(JSON_ANSWER) : TEXT)
                    .stream()
                        .map(
                            piece ->
                                "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":"
                                    + quoted(piece)
                                    + "}}"));
    Stream<String> begin =
        Stream.of(
            "{\"type\":\"message_start\",\"message\":{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"claude-sonnet-4-5\",\"content\":[],\"stop_reason\":null,\"usage\":{\"input_tokens\":20,\"output_tokens\":1}}}");
    Stream<String> end =
        Stream.of(
            "{\"type\":\"content_block_stop\",\"index\":0}",
            "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"%s\"},\"usage\":{\"output_tokens\":10}}"
                .formatted(call ? "tool_use" : "end_turn"),
            "{\"type\":\"message_stop\"}");
    return Stream.concat(begin, Stream.concat(block, end));
  }

  private static void stream(Exchange exchange, Stream<String> events) throws IOException {
    exchange.begin(200, "text/event-stream");
    for (String event : events.toList()) {
      exchange.chunk(
          "event: %s\ndata: %s\n\n".formatted(json(event).path("type").textValue(), event));
    }
    exchange.end();
  }

  private static void ollama(Exchange exchange) throws IOException {
    JsonNode asked = Json.read(exchange.body());
    exchange.begin(200, "application/x-ndjson");
    if (callsTool(asked, "\"role\":\"tool\"")) {
      line(
          exchange,
          "\"message\":{\"role\":\"assistant\",\"content\":\"\",\"tool_calls\":[{\"function\":{\"name\":\"weather\",\"arguments\":"
              + JSON_ANSWER
              + "}}]},\"done\":false");
    } else {
      List<String> pieces = asked.has("format") ? List.of(text(true)) : TEXT;
      for (String piece : pieces) {
        line(
            exchange,
            "\"message\":{\"role\":\"assistant\",\"content\":"
                + quoted(piece)
                + "},\"done\":false");
      }
    }
    line(
        exchange,
        "\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"done\":true,\"done_reason\":\"stop\",\"total_duration\":1,\"load_duration\":1,\"prompt_eval_count\":20,\"prompt_eval_duration\":1,\"eval_count\":10,\"eval_duration\":1");
    exchange.end();
  }

  private static void line(Exchange exchange, String members) throws IOException {
    exchange.chunk(
        "{\"model\":\"able:8b\",\"created_at\":\"2026-01-01T00:00:00Z\"," + members + "}\n");
  }

  private static boolean callsTool(JsonNode asked, String result) {
    return !asked.path("tools").isEmpty() && !asked.toString().contains(result);
  }

  private static String text(boolean json) {
    return json ? JSON_ANSWER : String.join("", TEXT);
  }

  private static String quoted(String text) {
    return TextNode.valueOf(text).toString();
  }

  private static JsonNode json(String text) {
    return RunningGateway.json(text);
  }
}
