package dev.gatehouse.provider.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The answers of one connection, one after the other. Every write is flushed. */
final class LoopbackResponse {
  private final OutputStream out;
  private boolean begun;

  LoopbackResponse(OutputStream out) {
    this.out = out;
  }

  /** Whether an answer was begun that is not ended yet. */
  boolean begun() {
    return begun;
  }

  /** A whole answer. */
  void json(int status, JsonNode body) throws IOException {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 %d %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n"
            .formatted(status, status < 400 ? "OK" : "Error", bytes.length);
    String retry = status == 503 ? "Retry-After: 1\r\n" : "";
    write(head + retry + "\r\n", bytes, "");
  }

  /** Begins a stream of events. */
  void beginEvents() throws IOException {
    begun = true;
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";
    write(head, new byte[0], "");
  }

  /** Sends one event at once. */
  void event(String data) throws IOException {
    byte[] bytes = ("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
    write(Integer.toHexString(bytes.length) + "\r\n", bytes, "\r\n");
  }

  /** Ends the stream of events. */
  void endEvents() throws IOException {
    begun = false;
    write("0\r\n\r\n", new byte[0], "");
  }

  private void write(String before, byte[] bytes, String after) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(before.getBytes(StandardCharsets.ISO_8859_1));
    all.write(bytes);
    all.write(after.getBytes(StandardCharsets.ISO_8859_1));
    out.write(all.toByteArray());
    out.flush();
  }
}
