package dev.gatehouse.inference;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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

  /**
   * A file: by the vendor's id, inline, or for the vendor to fetch.
   *
   * @param url a data URL or an http(s) URL
   */
  record File(Optional<String> id, Optional<String> name, Optional<String> url) implements Part {}

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
   * @param content texts, images and files; may be empty
   * @param error whether the tool failed, and the content says why
   */
  record ToolResult(String callId, List<Part> content, boolean error) implements Part {
    public ToolResult {
      content = List.copyOf(content);
    }

    /** A result that is text alone. */
    public static ToolResult of(String callId, String text) {
      return new ToolResult(callId, List.of(new Text(text)), false);
    }

    /** All plain text of the result, in order, joined by line feeds. */
    public String text() {
      return content.stream()
          .filter(Text.class::isInstance)
          .map(part -> ((Text) part).text())
          .collect(Collectors.joining("\n"));
    }
  }

  /**
   * Reasoning text of an earlier turn.
   *
   * @param signature the vendor's proof that its model thought this; empty text where there is none
   */
  record Thinking(String text, String signature) implements Part {}

  /**
   * Reasoning of an earlier turn that only its vendor can read.
   *
   * @param data as the vendor gave it
   */
  record RedactedThinking(String data) implements Part {}

  /** The model declined. */
  record Refusal(String text) implements Part {}
}
