package dev.gatehouse.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.conformance.Behaviour.Answer;
import dev.gatehouse.json.Json;
import dev.gatehouse.scripted.ScriptedUpstream.Exchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Google's Gemini API. */
final class GeminiForm extends VendorForm {
  @Override
  public void answer(Exchange exchange) throws IOException {
    String path = exchange.path().split("\\?", -1)[0];
    String method = path.substring(path.lastIndexOf(':') + 1);
    switch (method) {
      case "generateContent" -> generate(exchange, false);
      case "streamGenerateContent" -> generate(exchange, true);
      case "embedContent" -> exchange.json(200, write(Embeddings.geminiSingle(json(exchange))));
      case "batchEmbedContents" -> exchange.json(200, write(Embeddings.gemini(json(exchange))));
      default -> exchange.json(404, error(404, "no such path"));
    }
  }

  private void generate(Exchange exchange, boolean stream) throws IOException {
    JsonNode body = json(exchange);
    String path = exchange.path();
    String model = path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf(':'));
    answer(exchange, asked(body, stream), new GenerateForm(model));
  }

  private static Ask asked(JsonNode body, boolean stream) {
    JsonNode generation = body.path("generationConfig");
    List<Ask.Turn> turns = new ArrayList<>();
    body.path("contents").forEach(content -> addTurns(turns, content));
    JsonNode calling = body.at("/toolConfig/functionCallingConfig");
    return new Ask(
        text(body.path("systemInstruction").path("parts")),
        turns,
        tools(body),
        ChatAsked.forced(
            calling.at("/allowedFunctionNames/0").asText(""),
            calling.path("mode").asText().equals("ANY"),
            tools(body)),
        schema(generation),
        ChatAsked.stop(generation.path("stopSequences")),
        generation.path("maxOutputTokens").isInt()
            ? OptionalInt.of(generation.path("maxOutputTokens").intValue())
            : OptionalInt.empty(),
        stream);
  }

  private static Optional<JsonNode> schema(JsonNode generation) {
    for (String name : List.of("responseJsonSchema", "_responseJsonSchema", "responseSchema")) {
      if (generation.path(name).isObject()) {
        return Optional.of(generation.path(name));
      }
    }
    return ChatAsked.schema(
        MissingNode.getInstance(),
        generation.path("responseMimeType").asText().equals("application/json"));
  }

  private static void addTurns(List<Ask.Turn> turns, JsonNode content) {
    JsonNode parts = content.path("parts");
    if (content.path("role").asText().equals("model")) {
      turns.add(new Ask.Model(text(parts), calls(parts)));
      return;
    }
    List<Ask.Picture> pictures = new ArrayList<>();
    for (JsonNode part : parts) {
      if (part.has("functionResponse")) {
        turns.add(result(part.path("functionResponse")));
      } else if (part.has("inlineData")) {
        pictures.add(
            new Ask.Picture(
                part.at("/inlineData/mimeType").asText(), part.at("/inlineData/data").asText()));
      }
    }
    if (!text(parts).isEmpty() || !pictures.isEmpty()) {
      turns.add(new Ask.User(text(parts), pictures));
    }
  }

  /** Gemini takes an object alone; a text stands under whatever key. */
  private static Ask.Result result(JsonNode response) {
    JsonNode given = response.path("response");
    String text = given.size() == 1 ? given.elements().next().asText() : write(given);
    return new Ask.Result(response.path("id").asText(""), text);
  }

  private static String text(JsonNode parts) {
    StringBuilder text = new StringBuilder();
    for (JsonNode part : parts) {
      if (!part.path("thought").asBoolean(false)) {
        text.append(part.path("text").asText(""));
      }
    }
    return text.toString();
  }

  private static List<Ask.Call> calls(JsonNode parts) {
    List<Ask.Call> calls = new ArrayList<>();
    for (JsonNode part : parts) {
      if (part.has("functionCall")) {
        calls.add(
            new Ask.Call(
                part.at("/functionCall/id").asText(""),
                part.at("/functionCall/name").asText(),
                write(part.at("/functionCall/args"))));
      }
    }
    return calls;
  }

  private static List<Ask.Tool> tools(JsonNode body) {
    List<Ask.Tool> tools = new ArrayList<>();
    for (JsonNode group : body.path("tools")) {
      for (JsonNode tool : group.path("functionDeclarations")) {
        JsonNode schema =
            tool.has("parametersJsonSchema")
                ? tool.path("parametersJsonSchema")
                : tool.path("parameters");
        tools.add(
            new Ask.Tool(tool.path("name").asText(), tool.path("description").asText(""), schema));
      }
    }
    return tools;
  }

  @Override
  String error(int status, String message) {
    ObjectNode body = Json.object();
    body.putObject("error").put("code", status).put("message", message).put("status", word(status));
    return write(body);
  }

  private static String word(int status) {
    return switch (status) {
      case 400 -> "INVALID_ARGUMENT";
      case 404 -> "NOT_FOUND";
      case 429 -> "RESOURCE_EXHAUSTED";
      case 503 -> "UNAVAILABLE";
      default -> "INTERNAL";
    };
  }

  /** {@code generateContent} and {@code streamGenerateContent}. */
  private static final class GenerateForm implements Form {
    private final String model;

    GenerateForm(String model) {
      this.model = model;
    }

    @Override
    public ObjectNode body(Answer answer) {
      return response(parts(answer), answer, true);
    }

    @Override
    public List<String> events(Answer answer) {
      List<String> events = new ArrayList<>();
      for (ObjectNode part : parts(answer)) {
        if (part.has("text") && !part.has("thought")) {
          for (String piece : answer.pieces()) {
            events.add(event(List.of(Json.object().put("text", piece)), answer, false));
          }
        } else {
          events.add(event(List.of(part), answer, false));
        }
      }
      events.add(event(List.of(Json.object().put("text", "")), answer, true));
      return events;
    }

    private String event(List<ObjectNode> parts, Answer answer, boolean last) {
      return data(response(parts, answer, last));
    }

    private static List<ObjectNode> parts(Answer answer) {
      List<ObjectNode> parts = new ArrayList<>();
      if (!answer.thinking().isEmpty()) {
        parts.add(Json.object().put("text", answer.thinking()).put("thought", true));
      }
      if (!answer.text().isEmpty()) {
        parts.add(Json.object().put("text", answer.text()));
      }
      for (Ask.Call call : answer.calls()) {
        ObjectNode part = Json.object();
        ObjectNode function = part.putObject("functionCall").put("name", call.name());
        function.set("args", AnthropicForm.read(call.arguments()));
        parts.add(parts.isEmpty() ? part.put("thoughtSignature", "c2lnbmVk") : part);
      }
      return parts;
    }

    private ObjectNode response(List<ObjectNode> parts, Answer answer, boolean last) {
      ObjectNode response = Json.object();
      ObjectNode candidate = response.putArray("candidates").addObject();
      ArrayNode array = candidate.putObject("content").putArray("parts");
      parts.forEach(array::add);
      ((ObjectNode) candidate.path("content")).put("role", "model");
      if (last) {
        candidate.put("finishReason", word(answer));
      }
      candidate.put("index", 0);
      ObjectNode usage =
          response
              .putObject("usageMetadata")
              .put("promptTokenCount", ScriptedModel.INPUT_TOKENS)
              .put("cachedContentTokenCount", ScriptedModel.CACHED_TOKENS)
              .put("candidatesTokenCount", last ? ScriptedModel.OUTPUT_TOKENS - 5 : 1)
              .put("thoughtsTokenCount", 5);
      usage.put("totalTokenCount", ScriptedModel.INPUT_TOKENS + ScriptedModel.OUTPUT_TOKENS);
      return response.put("modelVersion", model).put("responseId", "Scripted1");
    }

    private static String word(Answer answer) {
      return switch (answer.finish()) {
        case STOP, STOP_SEQUENCE, TOOL_CALLS -> "STOP";
        case LENGTH -> "MAX_TOKENS";
      };
    }
  }
}
