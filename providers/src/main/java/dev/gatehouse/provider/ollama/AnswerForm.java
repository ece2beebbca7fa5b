package dev.gatehouse.provider.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.inference.ResponseFormat;
import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonException;
import dev.gatehouse.provider.SchemaCheck;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The form that an answer must have, and its text so far where that has to be looked at. The text
 * of a forced call is held back: it goes to the client as the call that it is.
 */
final class AnswerForm {
  private final Optional<ForcedCall> forced;
  private final ResponseFormat format;
  private final StringBuilder text = new StringBuilder();
  private boolean calledByItself;

  private AnswerForm(Optional<ForcedCall> forced, ResponseFormat format) {
    this.forced = forced;
    this.format = format;
  }

  static AnswerForm of(OllamaRequest request) {
    return new AnswerForm(request.forced(), request.request().responseFormat());
  }

  /** Takes note of a line of the answer; takes its text out where that is a call's. */
  void note(ObjectNode event) {
    JsonNode message = event.path("message");
    calledByItself |= !message.path("tool_calls").isEmpty();
    boolean matters =
        switch (format) {
          case ResponseFormat.Text _ -> forced.isPresent();
          case ResponseFormat.JsonObject _, ResponseFormat.JsonSchema _ -> true;
        };
    if (matters) {
      text.append(message.path("content").asText(""));
    }
    if (forced.isPresent() && message instanceof ObjectNode object) {
      object.put("content", "");
    }
  }

  /** Whether the answer, which has ended, has the form. */
  boolean kept() {
    if (calledByItself) {
      return true;
    }
    if (forced.isPresent()) {
      return forcedCall().isPresent();
    }
    return switch (format) {
      case ResponseFormat.Text _ -> true;
      case ResponseFormat.JsonObject _ -> parse().map(JsonNode::isObject).orElse(false);
      case ResponseFormat.JsonSchema schema ->
          parse().map(value -> SchemaCheck.follows(value, schema.schema())).orElse(false);
    };
  }

  private Optional<JsonNode> parse() {
    try {
      return Optional.of(Json.read(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (JsonException e) {
      return Optional.empty();
    }
  }

  /** The call that was forced, made of the answer's text; empty where the model made its own. */
  Optional<ObjectNode> forcedCall() {
    return calledByItself ? Optional.empty() : forced.flatMap(each -> each.read(text.toString()));
  }
}
