package dev.gatehouse.inference;

import java.util.Optional;

/** One piece of a message. */
public sealed interface Part {

  /** Plain text. */
  record Text(String text) implements Part {}

  /**
   * An image.
   *
   * @param url an http(s) or data URL
   * @param detail the vendor's hint on resolution
   */
  record Image(String url, Optional<String> detail) implements Part {}

  /**
   * Sound.
   *
   * @param base64 the encoded bytes
   * @param format as in {@code wav}
   */
  record Audio(String base64, String format) implements Part {}

  /** A file, by the vendor's id or inline. */
  record File(Optional<String> id, Optional<String> name, Optional<String> dataUrl)
      implements Part {}

  /**
   * The model asks for a tool.
   *
   * @param arguments a JSON text
   */
  record ToolCall(String id, String name, String arguments) implements Part {}

  /**
   * What a tool gave back.
   *
   * @param callId the {@link ToolCall#id()} it answers
   */
  record ToolResult(String callId, String content) implements Part {}

  /** Reasoning text of an earlier turn. */
  record Thinking(String text) implements Part {}

  /** The model declined. */
  record Refusal(String text) implements Part {}
}
