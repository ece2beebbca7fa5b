package dev.gatehouse.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads what a Responses request asks. */
final class ResponsesAsked {
  private ResponsesAsked() {}

  static Ask read(JsonNode body) {
    StringBuilder system = new StringBuilder(body.path("instructions").asText(""));
    List<Ask.Turn> turns = new ArrayList<>();
    if (body.path("input").isTextual()) {
      turns.add(new Ask.User(body.path("input").textValue(), List.of()));
    }
    for (JsonNode item : body.path("input").isArray() ? body.path("input") : List.<JsonNode>of()) {
      switch (item.path("type").asText("message")) {
        case "function_call" -> turns.add(new Ask.Model("", List.of(call(item))));
        case "function_call_output" ->
            turns.add(
                new Ask.Result(item.path("call_id").asText(), ChatAsked.text(item.path("output"))));
        default -> message(item, system, turns);
      }
    }
    return new Ask(
        system.toString(),
        turns,
        tools(body),
        ChatAsked.forced(
            body.at("/tool_choice/name").asText(""),
            body.path("tool_choice").asText().equals("required"),
            tools(body)),
        ChatAsked.schema(
            body.at("/text/format/schema"),
            body.at("/text/format/type").asText().equals("json_object")),
        List.of(),
        OpenAiForm.limit(body),
        body.path("stream").asBoolean(false));
  }

  private static void message(JsonNode item, StringBuilder system, List<Ask.Turn> turns) {
    String text = ChatAsked.text(item.path("content"));
    switch (item.path("role").asText()) {
      case "system", "developer" -> system.append(text);
      case "assistant" -> turns.add(new Ask.Model(text, List.of()));
      default -> turns.add(new Ask.User(text, pictures(item.path("content"))));
    }
  }

  private static List<Ask.Picture> pictures(JsonNode content) {
    List<Ask.Picture> pictures = new ArrayList<>();
    for (JsonNode part : content) {
      if (part.path("type").asText().equals("input_image")) {
        pictures.add(ChatAsked.ofDataUrl(part.path("image_url").asText()));
      }
    }
    return pictures;
  }

  private static Ask.Call call(JsonNode item) {
    return new Ask.Call(
        item.path("call_id").asText(), item.path("name").asText(), item.path("arguments").asText());
  }

  private static List<Ask.Tool> tools(JsonNode body) {
    List<Ask.Tool> tools = new ArrayList<>();
    for (JsonNode tool : body.path("tools")) {
      tools.add(
          new Ask.Tool(
              tool.path("name").asText(),
              tool.path("description").asText(""),
              tool.path("parameters")));
    }
    return tools;
  }
}
