package dev.gatehouse.dialect.openai.responses;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonEdit;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts right, in an answer that is relayed, what the upstream cannot know: the turn before and
 * whether the answer is kept. Every other byte stays.
 */
final class RelayedResponse {
  private static final byte[] RESPONSE = "\"response\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] DATA = "data:".getBytes(StandardCharsets.US_ASCII);

  private final byte[] previousResponseId;
  private final byte[] store;
  private byte @Nullable [] latest;

  RelayedResponse(ResponseTemplate template) {
    JsonNode previous = template.request().path("previous_response_id");
    this.previousResponseId =
        previous.isTextual() ? Json.write(previous) : "null".getBytes(StandardCharsets.US_ASCII);
    this.store = Boolean.toString(template.stored()).getBytes(StandardCharsets.US_ASCII);
  }

  /** A whole answer. */
  byte[] whole(byte[] response) {
    byte[] edited = edit(response);
    latest = edited;
    return edited;
  }

  /** One event of a stream, with its frame; most hold no response and are not even looked into. */
  byte[] event(byte[] event) {
    int start = dataStart(event);
    if (start < 0 || indexOf(event, RESPONSE, start) < 0) {
      return event;
    }
    int end = lineEnd(event, start);
    JsonEdit data = JsonEdit.of(Arrays.copyOfRange(event, start, end));
    Optional<byte[]> response = data.value("response").filter(value -> value[0] == '{');
    return response
        .map(value -> reframe(event, start, end, data.setRaw("response", whole(value)).bytes()))
        .orElse(event);
  }

  private byte[] edit(byte[] response) {
    JsonEdit edit = JsonEdit.of(response);
    return set(set(edit, "previous_response_id", previousResponseId), "store", store).bytes();
  }

  private static JsonEdit set(JsonEdit edit, String name, byte[] value) {
    boolean same = edit.value(name).filter(there -> Arrays.equals(there, value)).isPresent();
    return same ? edit : edit.setRaw(name, value);
  }

  /** Where the value of the data line begins; an event of OpenAI's has exactly one. */
  private static int dataStart(byte[] event) {
    int line = 0;
    while (line < event.length) {
      if (startsWith(event, DATA, line)) {
        int start = line + DATA.length;
        return start < event.length && event[start] == ' ' ? start + 1 : start;
      }
      line = lineEnd(event, line) + 1;
    }
    return -1;
  }

  private static int lineEnd(byte[] event, int from) {
    int end = from;
    while (end < event.length && event[end] != '\n') {
      end++;
    }
    return end;
  }

  private static byte[] reframe(byte[] event, int start, int end, byte[] data) {
    ByteArrayOutputStream framed = new ByteArrayOutputStream(event.length + 64);
    framed.write(event, 0, start);
    framed.writeBytes(data);
    framed.write(event, end, event.length - end);
    return framed.toByteArray();
  }

  private static int indexOf(byte[] bytes, byte[] wanted, int from) {
    for (int i = from; i <= bytes.length - wanted.length; i++) {
      if (startsWith(bytes, wanted, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean startsWith(byte[] bytes, byte[] wanted, int at) {
    return at + wanted.length <= bytes.length
        && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
  }

  /** The response as the client saw it last; empty before it saw any. */
  Optional<JsonNode> latest() {
    return Optional.ofNullable(latest).map(Json::read);
  }
}
