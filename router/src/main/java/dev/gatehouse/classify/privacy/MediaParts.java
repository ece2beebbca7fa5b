package dev.gatehouse.classify.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.classify.privacy.text.Rule;
import java.util.Optional;

/**
 * Knows the message parts that hold an image, sound or a file, which no rule here can read:
 * OpenAI's content parts (chat and responses), Anthropic's content blocks, Gemini's parts, and
 * Ollama's {@code images}.
 */
final class MediaParts {

  private static final Rule IMAGE = Rule.opaque("image-part");
  private static final Rule AUDIO = Rule.opaque("audio-part");
  private static final Rule FILE = Rule.opaque("file-part");

  private MediaParts() {}

  /** What an object is, if it is such a part. */
  static Optional<Rule> of(JsonNode object) {
    if (object.has("inlineData") || object.has("inline_data")) {
      return Optional.of(FILE);
    }
    if (object.has("fileData") || object.has("file_data")) {
      return Optional.of(FILE);
    }
    return Optional.ofNullable(object.get("type"))
        .filter(JsonNode::isTextual)
        .flatMap(type -> byType(object, type.textValue()));
  }

  /** Whether a member is Ollama's list of base64 images. */
  static boolean isImageList(String name, JsonNode value) {
    return name.equals("images") && value.isArray() && !value.isEmpty() && value.get(0).isTextual();
  }

  static Rule imageRule() {
    return IMAGE;
  }

  private static Optional<Rule> byType(JsonNode object, String type) {
    return switch (type) {
      case "image_url" -> when(object.has("image_url"), IMAGE);
      case "input_image" -> Optional.of(IMAGE);
      case "input_audio" -> when(object.has("input_audio"), AUDIO);
      case "audio" -> when(object.has("audio") || object.has("source"), AUDIO);
      case "video_url" -> when(object.has("video_url"), FILE);
      case "file" -> when(object.has("file") || object.has("source"), FILE);
      case "input_file" -> Optional.of(FILE);
      case "image" -> when(object.has("source") || object.has("data"), IMAGE);
      case "document", "container_upload" -> when(!isPlainText(object), FILE);
      default -> Optional.empty();
    };
  }

  /** An Anthropic document whose source is text stands in the body and is scanned there. */
  private static boolean isPlainText(JsonNode document) {
    String kind = document.path("source").path("type").asText();
    boolean uploaded = document.has("file_id");
    return !uploaded && (kind.equals("text") || kind.equals("content") || !document.has("source"));
  }

  private static Optional<Rule> when(boolean condition, Rule rule) {
    return condition ? Optional.of(rule) : Optional.empty();
  }
}
