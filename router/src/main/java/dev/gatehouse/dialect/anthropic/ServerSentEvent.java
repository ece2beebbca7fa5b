package dev.gatehouse.dialect.anthropic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.json.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * One event of a stream, as bytes: its name stands before its data, and in it as {@code type}.
 *
 * @param data JSON
 */
record ServerSentEvent(String name, byte[] data) {

  /** Keeps a connection alive and says nothing. */
  static final ServerSentEvent PING = of("ping", Json.object());

  /** An event with these members behind its type. */
  static ServerSentEvent of(String type, ObjectNode members) {
    ObjectNode event = Json.object().put("type", type);
    event.setAll(members);
    return new ServerSentEvent(type, Json.write(event));
  }

  byte[] bytes() {
    ByteArrayOutputStream event = new ByteArrayOutputStream(data.length + name.length() + 18);
    event.writeBytes(("event: " + name + "\ndata: ").getBytes(StandardCharsets.US_ASCII));
    event.writeBytes(data);
    event.writeBytes("\n\n".getBytes(StandardCharsets.US_ASCII));
    return event.toByteArray();
  }
}
