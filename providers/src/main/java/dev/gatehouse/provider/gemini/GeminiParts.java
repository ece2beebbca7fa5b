package dev.gatehouse.provider.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.inference.Message;
import dev.gatehouse.inference.Part;
import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonException;
import dev.gatehouse.provider.langchain.DataUrl;
import dev.gatehouse.provider.langchain.Rejection;
import dev.gatehouse.provider.langchain.SystemText;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Parts of messages as Gemini's. One object a request: results are named after the calls seen. */
final class GeminiParts {

  /** What Gemini itself fetches (Gemini API, "File input methods"). */
  private static final List<String> FETCHED =
      List.of(
          "gs://",
          "https://generativelanguage.googleapis.com/",
          "https://www.youtube.com/",
          "https://youtube.com/",
          "https://youtu.be/");

  private final String providerName;
  private final GeminiModel model;
  private final Map<String, String> toolNames = new HashMap<>();

  GeminiParts(String providerName, GeminiModel model) {
    this.providerName = providerName;
    this.model = model;
  }

  /** What a system message says; errors as {@link SystemText#of}. */
  String system(Message message, String path) {
    return SystemText.of(providerName, message, path);
  }

  /**
   * One part; nothing for empty text and for reasoning, which Gemini does not take back.
   *
   * @param path where it stands in the request
   */
  List<ObjectNode> of(Part part, String path) {
    return switch (part) {
      case Part.Text(var text) -> text(text);
      case Part.Refusal(var text) -> text(text);
      case Part.Image(var url, _) -> List.of(media(url, path + ".image_url.url"));
      case Part.Audio(var base64, var format) ->
          List.of(inline(new DataUrl("audio/" + format, base64)));
      case Part.File file -> List.of(file(file, path + ".file"));
      case Part.ToolCall call -> List.of(call(call, path));
      case Part.ToolResult result -> result(result, path);
      case Part.Thinking _, Part.RedactedThinking _ -> List.of();
    };
  }

  private static List<ObjectNode> text(String text) {
    return text.isEmpty() ? List.of() : List.of(Json.object().put("text", text));
  }

  private ObjectNode file(Part.File file, String field) {
    String url =
        file.url()
            .orElseThrow(
                () -> Rejection.of(providerName, field, "an id of another vendor's is not known"));
    return media(url, field);
  }

  private ObjectNode media(String url, String field) {
    Optional<DataUrl> data = DataUrl.parse(url);
    if (data.isPresent()) {
      return inline(data.get());
    }
    if (FETCHED.stream().noneMatch(url::startsWith)) {
      throw Rejection.of(providerName, field, "expected a data URL in base64");
    }
    ObjectNode part = Json.object();
    part.putObject("fileData").put("fileUri", url);
    return part;
  }

  private static ObjectNode inline(DataUrl data) {
    ObjectNode part = Json.object();
    String mediaType = data.mediaType().equals("image/jpg") ? "image/jpeg" : data.mediaType();
    part.putObject("inlineData").put("mimeType", mediaType).put("data", data.base64());
    return part;
  }

  private ObjectNode call(Part.ToolCall call, String path) {
    ThoughtSignature id = ThoughtSignature.of(call.id());
    toolNames.put(id.id(), call.name());
    ObjectNode part = Json.object();
    ObjectNode functionCall = part.putObject("functionCall");
    functionCall.put("name", call.name()).set("args", arguments(call, path));
    functionCall.put("id", id.id());
    if (!id.signature().isEmpty()) {
      part.put("thoughtSignature", id.signature());
    }
    return part;
  }

  private JsonNode arguments(Part.ToolCall call, String path) {
    if (call.arguments().isBlank()) {
      return Json.object();
    }
    return object(call.arguments())
        .orElseThrow(
            () ->
                Rejection.of(providerName, path + ".function.arguments", "expected a JSON object"));
  }

  private static Optional<JsonNode> object(String text) {
    try {
      return Optional.of(Json.read(text.getBytes(StandardCharsets.UTF_8)))
          .filter(JsonNode::isObject);
    } catch (JsonException e) {
      return Optional.empty();
    }
  }

  /**
   * Newer models refuse the first call of a turn without a signature; one of another model's gets
   * Google's stand-in.
   */
  void signFirstCall(List<ObjectNode> parts) {
    if (model.signs()) {
      parts.stream()
          .filter(part -> part.has("functionCall"))
          .findFirst()
          .filter(part -> !part.has("thoughtSignature"))
          .ifPresent(part -> part.put("thoughtSignature", ThoughtSignature.OF_ANOTHER_MODEL));
    }
  }

  private List<ObjectNode> result(Part.ToolResult result, String path) {
    String id = ThoughtSignature.of(result.callId()).id();
    ObjectNode part = Json.object();
    ObjectNode response = part.putObject("functionResponse");
    response.put("id", id).put("name", toolNames.getOrDefault(id, id));
    response.set("response", response(result));
    List<ObjectNode> media = media(result, path);
    if (media.isEmpty()) {
      return List.of(part);
    }
    if (!model.takesMediaInResults()) {
      throw Rejection.of(providerName, path, "this model takes no images in the results of tools");
    }
    ArrayNode parts = response.putArray("parts");
    media.forEach(parts::add);
    return List.of(part);
  }

  /** Gemini wants an object; a text becomes its {@code output}, or its {@code error}. */
  private static JsonNode response(Part.ToolResult result) {
    String text = result.text();
    if (result.error()) {
      return Json.object().put("error", text);
    }
    return object(text).orElseGet(() -> Json.object().put("output", text));
  }

  private List<ObjectNode> media(Part.ToolResult result, String path) {
    return IntStream.range(0, result.content().size())
        .filter(i -> !(result.content().get(i) instanceof Part.Text))
        .mapToObj(i -> of(result.content().get(i), path + ".content[" + i + "]"))
        .flatMap(List::stream)
        .toList();
  }
}
