package dev.gatehouse.dialect.anthropic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.dialect.AnswerEncoder;
import dev.gatehouse.dialect.AnswerStart;
import dev.gatehouse.dialect.ApiError;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.json.Json;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class EncodingTest {
  private static final AnswerStart START =
      new AnswerStart("0001", Instant.EPOCH, "asked", 42, InstantSource.fixed(Instant.EPOCH));
  private static final String PLAIN =
      "{\"model\":\"m\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}";

  private final AnthropicDialect dialect = new AnthropicDialect(List::of, Instant.EPOCH);

  static List<Golden> answers() {
    return Golden.all("encode");
  }

  @ParameterizedTest
  @MethodSource("answers")
  void wholeAnswerHasAnthropicsShape(Golden answer) {
    JsonNode message = Json.read(encoded(answer, false).getBytes(UTF_8));

    assertThat(message.toPrettyString())
        .isEqualTo(answer.document().path("message").toPrettyString());
  }

  @ParameterizedTest
  @MethodSource("answers")
  void streamedAnswerHasAnthropicsOrderOfEvents(Golden answer) {
    ArrayNode events = Json.array();
    for (String event : encoded(answer, true).split("\n\n", -1)) {
      if (!event.isEmpty()) {
        String[] lines = event.split("\n", -1);
        JsonNode data = Json.read(lines[1].substring("data: ".length()).getBytes(UTF_8));
        assertThat(lines[0]).isEqualTo("event: " + data.path("type").textValue());
        events.add(data);
      }
    }

    assertThat(events.toPrettyString())
        .isEqualTo(answer.document().path("stream").toPrettyString());
  }

  private static String encoded(Golden answer, boolean stream) {
    ObjectNode body = Json.object();
    body.setAll((ObjectNode) Json.read(PLAIN.getBytes(UTF_8)));
    body.setAll((ObjectNode) answer.document().path("fields"));
    body.put("stream", stream);
    AnswerEncoder encoder = Golden.decode(body, Map.of()).encoder().apply(START);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    events(answer.document().path("events"))
        .forEach(event -> bytes.writeBytes(encoder.encode(event)));
    return bytes.toString(UTF_8);
  }

  private static List<Event> events(JsonNode written) {
    List<Event> events = new ArrayList<>();
    events.add(new Event.Started("answering", "", List.of()));
    written.forEach(each -> events.add(event(each)));
    return events;
  }

  private static Event event(JsonNode written) {
    String kind = written.fieldNames().next();
    JsonNode value = written.path(kind);
    return switch (kind) {
      case "text" -> new Event.TextDelta(0, value.textValue());
      case "thinking" -> new Event.ThinkingDelta(0, value.textValue());
      case "signature" -> new Event.ThinkingSignature(0, value.textValue());
      case "redacted" -> new Event.RedactedThinking(0, value.textValue());
      case "refusal" -> new Event.RefusalDelta(0, value.textValue());
      case "call" ->
          new Event.ToolCallDelta(
              0,
              value.path(0).intValue(),
              value.path(1).textValue(),
              value.path(2).textValue(),
              value.path(3).textValue());
      case "usage" ->
          new Event.UsageReported(
              new Usage(
                      value.path(0).longValue(),
                      value.path(1).longValue(),
                      value.path(2).longValue(),
                      value.path(3).longValue(),
                      value.path(4).longValue())
                  .withCacheCreation1h(value.path(5).longValue()));
      case "end" ->
          new Event.Ended(
              FinishReason.valueOf(value.textValue()),
              Optional.ofNullable(written.path("by").textValue()));
      default -> throw new IllegalArgumentException(kind);
    };
  }

  @Test
  void streamBeginsWithItsFirstContentSoThatAnotherUpstreamCanStillAnswer() {
    AnswerEncoder encoder =
        Golden.decode(PLAIN.replace("{\"model\"", "{\"stream\":true,\"model\""))
            .encoder()
            .apply(START);

    assertThat(encoder.encode(new Event.Started("m", "", List.of()))).isEmpty();
    assertThat(encoder.encode(new Event.UsageReported(Usage.of(7, 0)))).isEmpty();
    assertThat(new String(encoder.encode(new Event.TextDelta(0, "Hi")), UTF_8))
        .startsWith("event: message_start\n")
        .contains("\"input_tokens\":7");
  }

  @ParameterizedTest
  @CsvSource({
    "400, invalid_request_error",
    "401, authentication_error",
    "402, billing_error",
    "403, permission_error",
    "404, not_found_error",
    "405, invalid_request_error",
    "413, request_too_large",
    "429, rate_limit_error",
    "500, api_error",
    "502, api_error",
    "503, overloaded_error",
    "504, timeout_error",
    "529, overloaded_error",
  })
  void errorHasTheTypeOfItsStatus(int status, String type) {
    byte[] error = dialect.error(ApiError.of(status, "code", "what is wrong"), "0001");

    assertThat(new String(error, UTF_8))
        .isEqualTo(
            "{\"type\":\"error\",\"error\":{\"type\":\""
                + type
                + "\",\"message\":\"what is wrong\"},\"request_id\":\"req_0001\"}");
  }

  @Test
  void errorInAStreamIsAnEvent() {
    byte[] error = dialect.errorInStream(ApiError.of(503, "busy", "wait"), "0001");

    assertThat(new String(error, UTF_8))
        .isEqualTo(
            "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"wait\"},\"request_id\":\"req_0001\"}\n\n");
  }

  @Test
  void heartbeatIsAPing() {
    assertThat(new String(dialect.heartbeat(), UTF_8))
        .isEqualTo("event: ping\ndata: {\"type\":\"ping\"}\n\n");
  }
}
