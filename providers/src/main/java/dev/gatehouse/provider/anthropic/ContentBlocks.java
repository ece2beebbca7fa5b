package dev.gatehouse.provider.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.inference.Part;
import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonException;
import dev.gatehouse.provider.langchain.DataUrl;
import dev.gatehouse.provider.langchain.Rejection;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parts of messages as Anthropic's content blocks. */
final class ContentBlocks {

  /** Anthropic's signatures are base64; other vendors' need not be. */
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]+={0,2}");

  private static final Pattern CALL_ID = Pattern.compile("[a-zA-Z0-9_-]+");
  private static final Pattern NOT_IN_CALL_ID = Pattern.compile("[^a-zA-Z0-9_-]");

  private final String providerName;

  ContentBlocks(String providerName) {
    this.providerName = providerName;
  }

  /**
   * One part as a block; empty for what says nothing to this vendor: empty text, which Anthropic
   * refuses, and reasoning that is not Claude's own.
   *
   * @param path where the part stands in the request
   */
  Optional<ObjectNode> block(Part part, String path) {
    return switch (part) {
      case Part.Text(var text) -> text(text);
      case Part.Refusal(var text) -> text(text);
      case Part.Image(var url, _) -> Optional.of(image(url, path + ".image_url.url"));
      case Part.File file -> Optional.of(file(file, path + ".file"));
      case Part.Audio _ -> throw Rejection.of(providerName, path, "sound is not carried");
      case Part.ToolCall call -> Optional.of(toolUse(call, path));
      case Part.ToolResult result -> Optional.of(toolResult(result, path));
      case Part.Thinking(var text, var signature) -> thinking(text, signature);
      case Part.RedactedThinking(var data) -> redacted(data);
    };
  }

  private static Optional<ObjectNode> text(String text) {
    return text.isBlank() ? Optional.empty() : Optional.of(textBlock(text));
  }

  /** A block of text. */
  static ObjectNode textBlock(String text) {
    return Json.object().put("type", "text").put("text", text);
  }

  private ObjectNode image(String url, String field) {
    Optional<DataUrl> data = DataUrl.parse(url);
    if (data.isPresent()) {
      return image(data.get());
    }
    ObjectNode block = Json.object().put("type", "image");
    block.putObject("source").put("type", "url").put("url", requireWeb(url, field));
    return block;
  }

  private static ObjectNode image(DataUrl data) {
    String mediaType = data.mediaType().equals("image/jpg") ? "image/jpeg" : data.mediaType();
    ObjectNode block = Json.object().put("type", "image");
    base64(block, mediaType, data);
    return block;
  }

  private static void base64(ObjectNode block, String mediaType, DataUrl data) {
    block
        .putObject("source")
        .put("type", "base64")
        .put("media_type", mediaType)
        .put("data", data.base64());
  }

  private String requireWeb(String url, String field) {
    if (!url.startsWith("https://") && !url.startsWith("http://")) {
      throw Rejection.of(providerName, field, "expected an http(s) URL or a data URL in base64");
    }
    return url;
  }

  private ObjectNode file(Part.File file, String field) {
    String url =
        file.url()
            .orElseThrow(
                () -> Rejection.of(providerName, field, "an id of another vendor's is not known"));
    Optional<DataUrl> data = DataUrl.parse(url);
    if (data.isPresent() && data.get().mediaType().startsWith("image/")) {
      return image(data.get());
    }
    ObjectNode document = Json.object().put("type", "document");
    if (data.isPresent()) {
      inline(document, data.get(), field);
    } else {
      document.putObject("source").put("type", "url").put("url", requireWeb(url, field));
    }
    file.name().ifPresent(name -> document.put("title", name));
    return document;
  }

  private void inline(ObjectNode document, DataUrl data, String field) {
    if (data.mediaType().equals("application/pdf")) {
      base64(document, data.mediaType(), data);
    } else if (data.mediaType().startsWith("text/")
        || data.mediaType().equals("application/json")) {
      document
          .putObject("source")
          .put("type", "text")
          .put("media_type", "text/plain")
          .put("data", decoded(data, field));
    } else {
      throw Rejection.of(providerName, field, "expected a PDF document, a text or an image");
    }
  }

  private String decoded(DataUrl data, String field) {
    try {
      return data.text();
    } catch (IllegalArgumentException e) {
      throw Rejection.of(providerName, field, "expected base64");
    }
  }

  private ObjectNode toolUse(Part.ToolCall call, String path) {
    ObjectNode block = Json.object().put("type", "tool_use");
    block.put("id", callId(call.id())).put("name", call.name());
    block.set("input", input(call, path));
    return block;
  }

  private JsonNode input(Part.ToolCall call, String path) {
    if (call.arguments().isBlank()) {
      return Json.object();
    }
    try {
      JsonNode input = Json.read(call.arguments().getBytes(StandardCharsets.UTF_8));
      if (input.isObject()) {
        return input;
      }
    } catch (JsonException e) {
      throw Rejection.of(providerName, path + ".function.arguments", "expected JSON");
    }
    throw Rejection.of(providerName, path + ".function.arguments", "expected a JSON object");
  }

  /**
   * Anthropic takes letters, digits, {@code _} and {@code -} in a call's id; ids that other vendors
   * made keep apart by the hash of what they were.
   */
  private static String callId(String id) {
    return CALL_ID.matcher(id).matches()
        ? id
        : NOT_IN_CALL_ID.matcher(id).replaceAll("_") + "_" + Integer.toHexString(id.hashCode());
  }

  private ObjectNode toolResult(Part.ToolResult result, String path) {
    ObjectNode block = Json.object().put("type", "tool_result");
    block.put("tool_use_id", callId(result.callId()));
    if (result.content().stream().allMatch(Part.Text.class::isInstance)) {
      if (!result.text().isBlank()) {
        block.put("content", result.text());
      }
    } else {
      block.set("content", contents(result, path));
    }
    if (result.error()) {
      block.put("is_error", true);
    }
    return block;
  }

  private ArrayNode contents(Part.ToolResult result, String path) {
    ArrayNode contents = Json.array();
    for (int i = 0; i < result.content().size(); i++) {
      block(result.content().get(i), path + ".content[" + i + "]").ifPresent(contents::add);
    }
    return contents;
  }

  private static Optional<ObjectNode> thinking(String text, String signature) {
    if (!BASE64.matcher(signature).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        Json.object().put("type", "thinking").put("thinking", text).put("signature", signature));
  }

  private static Optional<ObjectNode> redacted(String data) {
    return BASE64.matcher(data).matches()
        ? Optional.of(Json.object().put("type", "redacted_thinking").put("data", data))
        : Optional.empty();
  }
}
