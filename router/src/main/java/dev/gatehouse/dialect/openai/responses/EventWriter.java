package dev.gatehouse.dialect.openai.responses;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.json.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the events of one streamed answer, numbered from 0. */
final class EventWriter {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private long next;

  /**
   * Writes an event.
   *
   * @param event with its {@code type}; its number is added
   */
  void write(ObjectNode event) {
    event.put("sequence_number", next++);
    line("event: ", event.path("type").textValue().getBytes(StandardCharsets.US_ASCII));
    line("data: ", Json.write(event));
    written.write('\n');
  }

  private void line(String name, byte[] value) {
    written.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
    written.writeBytes(value);
    written.write('\n');
  }

  /** Counts an event that somebody else wrote. */
  void skip() {
    next++;
  }

  /** What was written since it was last asked for. */
  byte[] take() {
    byte[] bytes = written.toByteArray();
    written.reset();
    return bytes;
  }

  /** An event that has only its type yet. */
  static ObjectNode event(String type) {
    return Json.object().put("type", type);
  }
}
