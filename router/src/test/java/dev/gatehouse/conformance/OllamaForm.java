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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Ollama's own API, with one model that chats and one that embeds. */
final class OllamaForm extends VendorForm {
  static final String CHAT_MODEL = "able:8b";
  static final String EMBEDDING_MODEL = "embed:latest";

  private static final String TAGS =
      """
      {"models":[
       {"name":"able:8b","model":"able:8b","modified_at":"2026-11-22T19:48:28.6Z","size":5000000000,
        "digest":"1111111111111111111111111111111111111111111111111111111111111111",
        "details":{"parent_model":"","format":"gguf","family":"able","families":["able"],
         "parameter_size":"8.0B","quantization_level":"Q4_K_M","context_length":40960},
        "capabilities":["completion","tools","vision","thinking"]},
       {"name":"embed:latest","model":"embed:latest","modified_at":"2026-11-22T19:48:28.6Z","size":8777847,
        "digest":"2222222222222222222222222222222222222222222222222222222222222222",
        "details":{"parent_model":"","format":"gguf","family":"bert","families":["bert"],
         "parameter_size":"2.04M","quantization_level":"unknown","context_length":256,"embedding_length":4},
        "capabilities":["embedding"]}]}
      """;
  private static final String PS =
      """
      {"models":[{"name":"able:8b","model":"able:8b","size":6000000000,
       "digest":"1111111111111111111111111111111111111111111111111111111111111111",
       "details":{"parent_model":"","format":"gguf","family":"able","families":["able"],
        "parameter_size":"8.0B","quantization_level":"Q4_K_M"},
       "expires_at":"2026-11-22T19:56:53.014115924Z","size_vram":6000000000,"context_length":8192}]}
      """;
  private static final String SHOW_CHAT =
      """
      {"license":"","modelfile":"FROM able","template":"{{ .Prompt }}","modified_at":"2026-11-22T19:48:28.6Z",
       "details":{"parent_model":"","format":"gguf","family":"able","families":["able"],
        "parameter_size":"8.0B","quantization_level":"Q4_K_M"},
       "model_info":{"general.architecture":"able","general.parameter_count":8190735360,
        "able.context_length":40960},
       "capabilities":["completion","tools","vision","thinking"]}
      """;
  private static final String SHOW_EMBEDDING =
      """
      {"modelfile":"FROM embed","modified_at":"2026-11-22T19:48:28.6Z",
       "details":{"parent_model":"","format":"gguf","family":"bert","families":["bert"],
        "parameter_size":"2.04M","quantization_level":"unknown"},
       "model_info":{"general.architecture":"bert","general.parameter_count":2040000,
        "bert.context_length":256,"bert.embedding_length":4},
       "capabilities":["embedding"]}
      """;

  @Override
  public void answer(Exchange exchange) throws IOException {
    switch (exchange.path()) {
      case "/api/tags" -> exchange.json(200, TAGS);
      case "/api/ps" -> exchange.json(200, PS);
      case "/api/version" -> exchange.json(200, "{\"version\":\"0.33.0\"}");
      case "/api/show" ->
          exchange.json(200, exchange.bodyText().contains("embed") ? SHOW_EMBEDDING : SHOW_CHAT);
      case "/api/chat" -> chat(exchange, json(exchange));
      case "/api/generate" -> generate(exchange, json(exchange));
      case "/api/embed" -> exchange.json(200, write(Embeddings.ollama(json(exchange))));
      case "/api/embeddings" -> embedOne(exchange);
      default -> exchange.respond(404, Map.of(), new byte[0]);
    }
  }

  private static void embedOne(Exchange exchange) throws IOException {
    ObjectNode answer = Json.object();
    ArrayNode vector = answer.putArray("embedding");
    Embeddings.vector(0, 4).forEach(vector::add);
    exchange.json(200, write(answer));
  }

  private void chat(Exchange exchange, JsonNode body) throws IOException {
    answer(exchange, asked(body, turns(body)), new LineForm(body, true));
  }

  private void generate(Exchange exchange, JsonNode body) throws IOException {
    List<Ask.Turn> turns =
        List.of(new Ask.User(body.path("prompt").asText(""), pictures(body.path("images"))));
    answer(exchange, asked(body, turns), new LineForm(body, false));
  }

  private static Ask asked(JsonNode body, List<Ask.Turn> turns) {
    StringBuilder system = new StringBuilder(body.path("system").asText(""));
    for (JsonNode message : body.path("messages")) {
      if (message.path("role").asText().equals("system")) {
        system.append(message.path("content").asText());
      }
    }
    JsonNode limit = body.at("/options/num_predict");
    return new Ask(
        system.toString(),
        turns,
        tools(body),
        Optional.empty(),
        ChatAsked.schema(body.path("format"), body.path("format").asText().equals("json")),
        ChatAsked.stop(body.at("/options/stop")),
        limit.isInt() ? OptionalInt.of(limit.intValue()) : OptionalInt.empty(),
        body.path("stream").asBoolean(true));
  }

  private static List<Ask.Turn> turns(JsonNode body) {
    List<Ask.Turn> turns = new ArrayList<>();
    for (JsonNode message : body.path("messages")) {
      String text = message.path("content").asText("");
      switch (message.path("role").asText()) {
        case "system" -> {}
        case "assistant" -> turns.add(new Ask.Model(text, calls(message)));
        case "tool" -> turns.add(new Ask.Result(message.path("tool_call_id").asText(""), text));
        default -> turns.add(new Ask.User(text, pictures(message.path("images"))));
      }
    }
    return turns;
  }

  /** Ollama takes bare base64 and finds the type out. */
  private static List<Ask.Picture> pictures(JsonNode images) {
    List<Ask.Picture> pictures = new ArrayList<>();
    images.forEach(image -> pictures.add(new Ask.Picture("image/png", image.asText())));
    return pictures;
  }

  private static List<Ask.Call> calls(JsonNode message) {
    List<Ask.Call> calls = new ArrayList<>();
    for (JsonNode call : message.path("tool_calls")) {
      calls.add(
          new Ask.Call(
              call.path("id").asText(""),
              call.at("/function/name").asText(),
              write(call.at("/function/arguments"))));
    }
    return calls;
  }

  private static List<Ask.Tool> tools(JsonNode body) {
    List<Ask.Tool> tools = new ArrayList<>();
    for (JsonNode tool : body.path("tools")) {
      JsonNode function = tool.path("function");
      tools.add(
          new Ask.Tool(
              function.path("name").asText(),
              function.path("description").asText(""),
              function.path("parameters")));
    }
    return tools;
  }

  @Override
  String error(int status, String message) {
    return write(Json.object().put("error", message));
  }

  /** {@code /api/chat} and {@code /api/generate}. */
  private static final class LineForm implements Form {
    private final JsonNode asked;
    private final boolean chat;

    LineForm(JsonNode asked, boolean chat) {
      this.asked = asked;
      this.chat = chat;
    }

    @Override
    public String streamType() {
      return "application/x-ndjson";
    }

    @Override
    public ObjectNode body(Answer answer) {
      return end(line(answer.text(), answer.thinking(), answer.calls()), answer);
    }

    @Override
    public List<String> events(Answer answer) {
      List<String> lines = new ArrayList<>();
      if (!answer.thinking().isEmpty()) {
        lines.add(text(line("", answer.thinking(), List.of())));
      }
      answer.pieces().forEach(piece -> lines.add(text(line(piece, "", List.of()))));
      for (int i = 0; i < answer.calls().size(); i++) {
        ObjectNode line = line("", "", List.of(answer.calls().get(i)));
        ((ObjectNode) line.at("/message/tool_calls/0/function")).put("index", i);
        lines.add(text(line));
      }
      lines.add(text(end(line("", "", List.of()), answer)));
      return lines;
    }

    private static String text(ObjectNode line) {
      return write(line.has("done") ? line : line.put("done", false)) + "\n";
    }

    private ObjectNode line(String text, String thinking, List<Ask.Call> calls) {
      ObjectNode line =
          Json.object()
              .put("model", asked.path("model").asText())
              .put("created_at", "2026-11-22T19:52:28.318038258Z");
      ObjectNode message = chat ? line.putObject("message").put("role", "assistant") : line;
      message.put(chat ? "content" : "response", text);
      if (!thinking.isEmpty()) {
        message.put("thinking", thinking);
      }
      if (!calls.isEmpty()) {
        ArrayNode array = message.putArray("tool_calls");
        calls.forEach(call -> writeCall(array.addObject(), call));
      }
      return line;
    }

    /** Ollama gives arguments as an object. */
    private static void writeCall(ObjectNode node, Ask.Call call) {
      node.put("id", call.id());
      ObjectNode function = node.putObject("function").put("index", 0).put("name", call.name());
      function.set("arguments", AnthropicForm.read(call.arguments()));
    }

    private static ObjectNode end(ObjectNode line, Answer answer) {
      return line.put("done", true)
          .put("done_reason", answer.finish() == Finish.LENGTH ? "length" : "stop")
          .put("total_duration", 174_560_334)
          .put("load_duration", 101_397_084)
          .put("prompt_eval_count", ScriptedModel.INPUT_TOKENS)
          .put("prompt_eval_duration", 13_074_791)
          .put("eval_count", ScriptedModel.OUTPUT_TOKENS)
          .put("eval_duration", 52_479_709);
    }
  }
}
