package dev.gatehouse.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a chat completion request asks. */
final class ChatAsked {
  private ChatAsked() {}

  static Ask read(JsonNode body) {
    StringBuilder system = new StringBuilder();
    List<Ask.Turn> turns = new ArrayList<>();
    for (JsonNode message : body.path("messages")) {
      switch (message.path("role").asText()) {
        case "system", "developer" -> system.append(text(message.path("content")));
        case "assistant" -> turns.add(new Ask.Model(text(message.path("content")), calls(message)));
        case "tool" ->
            turns.add(
                new Ask.Result(
                    message.path("tool_call_id").asText(), text(message.path("content"))));
        default ->
            turns.add(
                new Ask.User(text(message.path("content")), pictures(message.path("content"))));
      }
    }
    return new Ask(
        system.toString(),
        turns,
        tools(body),
        forced(
            body.at("/tool_choice/function/name").asText(""),
            body.path("tool_choice").asText().equals("required"),
            tools(body)),
        schema(
            body.at("/response_format/json_schema/schema"),
            body.at("/response_format/type").asText().equals("json_object")),
        stop(body.path("stop")),
        OpenAiForm.limit(body),
        body.path("stream").asBoolean(false));
  }

  /** What a legacy completion request asks. */
  static Ask completion(JsonNode body) {
    JsonNode prompt = body.path("prompt");
    Ask ask = Ask.of(prompt.isArray() ? prompt.path(0).asText() : prompt.asText());
    return new Ask(
        "",
        ask.turns(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        stop(body.path("stop")),
        OpenAiForm.limit(body),
        body.path("stream").asBoolean(false));
  }

  static String text(JsonNode content) {
    if (!content.isArray()) {
      return content.asText("").equals("null") ? "" : content.asText("");
    }
    StringBuilder text = new StringBuilder();
    content.forEach(part -> text.append(part.path("text").asText("")));
    return text.toString();
  }

  private static List<Ask.Picture> pictures(JsonNode content) {
    List<Ask.Picture> pictures = new ArrayList<>();
    for (JsonNode part : content) {
      String url = part.path("image_url").path("url").asText("");
      if (!url.isEmpty()) {
        pictures.add(ofDataUrl(url));
      }
    }
    return pictures;
  }

  /** The image of a {@code data:} URL. */
  static Ask.Picture ofDataUrl(String url) {
    int semicolon = url.indexOf(';');
    return new Ask.Picture(
        url.substring("data:".length(), semicolon), url.substring(url.indexOf(',') + 1));
  }

  private static List<Ask.Call> calls(JsonNode message) {
    List<Ask.Call> calls = new ArrayList<>();
    for (JsonNode call : message.path("tool_calls")) {
      calls.add(
          new Ask.Call(
              call.path("id").asText(),
              call.at("/function/name").asText(),
              call.at("/function/arguments").asText()));
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

  /**
   * The tool that must be called: the named one, or the first if any must.
   *
   * @param name empty where none is named
   */
  static Optional<String> forced(String name, boolean any, List<Ask.Tool> tools) {
    return name.isEmpty()
        ? tools.stream().filter(_ -> any).map(Ask.Tool::name).findFirst()
        : Optional.of(name);
  }

  /**
   * What the answer's JSON must look like.
   *
   * @param schema missing where none is given
   * @param any whether any JSON object will do
   */
  static Optional<JsonNode> schema(JsonNode schema, boolean any) {
    if (schema.isObject()) {
      return Optional.of(schema);
    }
    return any ? Optional.of(Json.object()) : Optional.empty();
  }

  /** One text or several. */
  static List<String> stop(JsonNode stop) {
    List<String> texts = new ArrayList<>();
    if (stop.isTextual()) {
      texts.add(stop.textValue());
    }
    stop.forEach(each -> texts.add(each.asText()));
    return texts;
  }
}
