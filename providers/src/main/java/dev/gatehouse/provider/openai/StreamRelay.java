package dev.gatehouse.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonEdit;
import dev.gatehouse.json.JsonException;
import dev.gatehouse.provider.EventSink;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.UpstreamErrors;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Hands on a streamed answer, an event at a time, byte for byte. Usage is read on the side; what
 * the upstream sent only because the gateway asked for usage (the extra chunk, {@code "usage":null}
 * in the others) is taken out again.
 */
final class StreamRelay {
  private static final byte[] DONE = "[DONE]".getBytes(StandardCharsets.US_ASCII);

  private final String providerName;
  private final boolean stripUsage;
  private final List<Event.Header> headers;
  private final EventSink sink;
  private boolean started;
  private Optional<FinishReason> finishReason = Optional.empty();

  /**
   * @param stripUsage whether the client did not ask for usage
   */
  StreamRelay(String providerName, boolean stripUsage, List<Event.Header> headers, EventSink sink) {
    this.providerName = providerName;
    this.stripUsage = stripUsage;
    this.headers = headers;
    this.sink = sink;
  }

  /**
   * Relays until the end of the answer.
   *
   * @throws ProviderException BROKEN if the stream ends without finish reason, or is not what it
   *     should be; FAILED if the upstream reports an error in it
   * @throws IOException if the connection breaks
   */
  void relay(ServerSentEvents events) throws IOException {
    for (Optional<byte[]> event = events.next(); event.isPresent(); event = events.next()) {
      byte[] data = ServerSentEvents.data(event.get());
      if (Arrays.equals(data, DONE)) {
        end(event.get());
        return;
      }
      if (data.length == 0) {
        sink.accept(new Event.Verbatim(event.get(), 0));
      } else {
        chunk(event.get(), data);
      }
    }
    end(new byte[0]);
  }

  private void end(byte[] last) {
    if (finishReason.isEmpty()) {
      throw new ProviderException(
          Kind.BROKEN, providerName + ": the stream ended before the answer did");
    }
    sink.accept(new Event.VerbatimEnd(last, finishReason.get(), 0));
  }

  private void chunk(byte[] event, byte[] data) {
    JsonNode chunk = parse(data);
    if (chunk.hasNonNull("error")) {
      throw UpstreamErrors.inAnswer(providerName, data, headers);
    }
    start(chunk);
    OpenAiUsage.read(chunk).ifPresent(usage -> sink.accept(new Event.UsageReported(usage)));
    finishReason = AnswerReader.finishReason(chunk).or(() -> finishReason);
    if (stripUsage && chunk.has("usage")) {
      stripped(event, data, chunk);
    } else {
      sink.accept(new Event.Verbatim(event, AnswerReader.outputCharacters(chunk)));
    }
  }

  private JsonNode parse(byte[] data) {
    try {
      return Json.read(data);
    } catch (JsonException e) {
      throw new ProviderException(
          Kind.BROKEN, providerName + ": an event of the stream is not JSON", e);
    }
  }

  private void start(JsonNode chunk) {
    if (!started) {
      started = true;
      sink.accept(new Event.Started(chunk.path("model").asText(""), "text/event-stream", headers));
    }
  }

  private void stripped(byte[] event, byte[] data, JsonNode chunk) {
    boolean usageOnly = chunk.path("choices").isArray() && chunk.path("choices").isEmpty();
    if (usageOnly && chunk.path("usage").isObject()) {
      return;
    }
    boolean empty = chunk.path("usage").isNull();
    byte[] bytes = empty ? reframe(JsonEdit.of(data).remove("usage").bytes()) : event;
    sink.accept(new Event.Verbatim(bytes, AnswerReader.outputCharacters(chunk)));
  }

  private static byte[] reframe(byte[] data) {
    ByteArrayOutputStream event = new ByteArrayOutputStream(data.length + 8);
    event.writeBytes("data: ".getBytes(StandardCharsets.US_ASCII));
    event.writeBytes(data);
    event.writeBytes("\n\n".getBytes(StandardCharsets.US_ASCII));
    return event.toByteArray();
  }
}
