package dev.gatehouse.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.inference.Part;
import dev.gatehouse.json.Json;
import dev.gatehouse.provider.langchain.Rejection;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The parts of a user's message as OpenAI's content parts. */
final class ContentWriter {
  private static final Pattern TEXT_FILE =
      Pattern.compile("data:text/[^,]*;base64,(.*)", Pattern.DOTALL);

  private final String providerName;

  ContentWriter(String providerName) {
    this.providerName = providerName;
  }

  /** A message's content: text alone as a string, which every server takes. */
  JsonNode content(List<ObjectNode> parts) {
    if (parts.stream().allMatch(part -> part.path("type").asText().equals("text"))) {
      return TextNode.valueOf(
          parts.stream().map(part -> part.path("text").asText()).collect(Collectors.joining("\n")));
    }
    ArrayNode content = Json.array();
    parts.forEach(content::add);
    return content;
  }

  ObjectNode text(String text) {
    return Json.object().put("type", "text").put("text", text);
  }

  /**
   * One part.
   *
   * @param path where it stands in the request, for a refusal
   * @throws dev.gatehouse.provider.ProviderException REJECTED if OpenAI's wire has no place for it
   */
  ObjectNode part(Part part, String path) {
    return switch (part) {
      case Part.Text(var text) -> text(text);
      case Part.Refusal(var text) -> text(text);
      case Part.Image(var url, var detail) -> image(url, detail);
      case Part.Audio(var base64, var format) -> audio(base64, format);
      case Part.File file -> file(file, path);
      case Part.ToolCall _, Part.Thinking _, Part.RedactedThinking _ ->
          throw Rejection.of(providerName, path, "only an assistant message may hold this");
      case Part.ToolResult _ ->
          throw Rejection.of(providerName, path, "a result cannot stand in a result");
    };
  }

  private static ObjectNode image(String url, Optional<String> detail) {
    ObjectNode part = Json.object().put("type", "image_url");
    ObjectNode image = part.putObject("image_url").put("url", url);
    detail.ifPresent(hint -> image.put("detail", hint));
    return part;
  }

  private static ObjectNode audio(String base64, String format) {
    ObjectNode part = Json.object().put("type", "input_audio");
    part.putObject("input_audio").put("data", base64).put("format", format);
    return part;
  }

  /** OpenAI reads PDF files alone, so a file of text goes as text. */
  private ObjectNode file(Part.File file, String path) {
    Matcher plain = TEXT_FILE.matcher(file.url().orElse(""));
    if (file.id().isEmpty() && plain.matches()) {
      return text(titled(file, decoded(plain.group(1), path)));
    }
    ObjectNode part = Json.object().put("type", "file");
    ObjectNode sent = part.putObject("file");
    if (file.id().isPresent()) {
      sent.put("file_id", file.id().get());
    } else if (file.url().orElse("").startsWith("data:")) {
      sent.put("filename", file.name().orElse("document.pdf")).put("file_data", file.url().get());
    } else {
      throw Rejection.of(
          providerName, path + ".file", "expected a file's id or its content as a data URL");
    }
    return part;
  }

  private static String titled(Part.File file, String text) {
    return file.name().map(name -> name + ":\n" + text).orElse(text);
  }

  private String decoded(String base64, String path) {
    try {
      return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Rejection.of(providerName, path + ".file.file_data", "expected base64");
    }
  }
}
