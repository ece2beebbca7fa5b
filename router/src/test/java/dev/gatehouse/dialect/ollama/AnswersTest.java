package dev.gatehouse.dialect.ollama;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.dialect.AnswerEncoder;
import dev.gatehouse.dialect.AnswerStart;
import dev.gatehouse.dialect.ApiError;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is written, byte for byte, while each look at the clock takes a millisecond. */
final class AnswersTest {
  private static final String CHAT =
      "{\"model\":\"auto\",%s\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";
  private static final String GENERATE = "{\"model\":\"auto\",%s\"prompt\":\"Hi\"}";
  private static final String WHOLE = "\"stream\":false,";

  private static final Event[] SPOKEN = {
    new Event.ThinkingDelta(0, "Greet."),
    new Event.TextDelta(0, "Gr\u00fc\u00df"),
    new Event.TextDelta(0, "\u2028 Gott\n"),
    Event.Ended.of(FinishReason.LENGTH)
  };
  private static final Event[] CALLS = {
    new Event.TextDelta(0, "Let me look."),
    new Event.ToolCallDelta(0, 0, "call_a", "weather", ""),
    new Event.ToolCallDelta(0, 0, "", "", "{\"city\":"),
    new Event.ToolCallDelta(0, 1, "call_b", "time", ""),
    new Event.ToolCallDelta(0, 0, "", "", "\"Paris\"}"),
    Event.Ended.of(FinishReason.TOOL_CALLS)
  };

  @Test
  void chatIsStreamedInLinesOfWhichTheLastTellsHowItEnded() throws IOException {
    assertThat(answer("/api/chat", CHAT.formatted(""), SPOKEN)).isEqualTo(golden("chat.ndjson"));
  }

  @Test
  void wholeChatIsOneObject() throws IOException {
    assertThat(answer("/api/chat", CHAT.formatted(WHOLE), SPOKEN)).isEqualTo(golden("chat.json"));
  }

  @Test
  void toolCallsComeWholeWithRisingIndexesAndTheReasonStaysStop() throws IOException {
    assertThat(answer("/api/chat", CHAT.formatted(""), CALLS))
        .isEqualTo(golden("tool-calls.ndjson"));
    assertThat(answer("/api/chat", CHAT.formatted(WHOLE), CALLS))
        .isEqualTo(golden("tool-calls.json"));
  }

  @Test
  void callThatWasCutIsGivenAsText() throws IOException {
    Event[] cut = {
      new Event.ToolCallDelta(0, 0, "call_a", "weather", "{\"city\":\"Par"),
      Event.Ended.of(FinishReason.LENGTH)
    };

    assertThat(answer("/api/chat", CHAT.formatted(WHOLE), cut)).isEqualTo(golden("cut-call.json"));
  }

  @Test
  void generatedTextStandsInTheResponse() throws IOException {
    assertThat(answer("/api/generate", GENERATE.formatted(""), SPOKEN))
        .isEqualTo(golden("generate.ndjson"));
    assertThat(answer("/api/generate", GENERATE.formatted(WHOLE), SPOKEN))
        .isEqualTo(golden("generate.json"));
  }

  @Test
  void vectorsStandInTheOrderOfTheirInputs() throws IOException {
    Event[] vectors = {
      new Event.Embedding(1, new float[] {0.5f, 1e-7f}),
      new Event.Embedding(0, new float[] {-0.25f, 0.20160973f}),
      Event.Ended.of(FinishReason.STOP)
    };

    assertThat(answer("/api/embed", "{\"model\":\"auto\",\"input\":[\"a\",\"b\"]}", vectors))
        .isEqualTo(golden("embed.json"));
    assertThat(answer("/api/embeddings", "{\"model\":\"auto\",\"prompt\":\"a\"}", vectors))
        .isEqualTo(golden("embeddings.json"));
  }

  @Test
  void bytesOfAnOllamaAreHandedOnAsTheyAre() {
    byte[] line = "{\"model\":\"x\"}\n".getBytes(UTF_8);
    Event[] relayed = {
      new Event.Verbatim(line, 1), new Event.VerbatimEnd(line, FinishReason.STOP, 1)
    };

    assertThat(answer("/api/chat", CHAT.formatted(""), relayed))
        .isEqualTo("{\"model\":\"x\"}\n{\"model\":\"x\"}\n");
  }

  @Test
  void clientsThatDivideByATimeNeverDivideByZero() {
    AnswerStart instantly = new AnswerStart("0001", Endpoints.NOW, "m");
    AnswerEncoder encoder =
        Endpoints.request("/api/chat", CHAT.formatted(WHOLE)).encoder().apply(instantly);

    var answer = Json.read(encoder.encode(Event.Ended.of(FinishReason.STOP)));

    assertThat(answer.path("eval_duration").longValue()).isPositive();
    assertThat(answer.path("prompt_eval_duration").longValue()).isPositive();
    assertThat(answer.path("total_duration").longValue()).isPositive();
  }

  @Test
  void errorsAreOneWordForAllStatusesAndALineInAStream() {
    ApiError error = ApiError.of(503, "no_model_available", "busy");

    assertThat(new String(Endpoints.DIALECT.error(error, "id"), UTF_8))
        .isEqualTo("{\"error\":\"busy\"}");
    assertThat(new String(Endpoints.DIALECT.errorInStream(error, "id"), UTF_8))
        .isEqualTo("{\"error\":\"busy\"}\n");
    assertThat(Endpoints.DIALECT.heartbeat()).isEmpty();
  }

  private static String answer(String path, String body, Event... pieces) {
    AnswerStart start = new AnswerStart("0001", Endpoints.NOW, "asked", 0, new Ticking());
    AnswerEncoder encoder = Endpoints.request(path, body).encoder().apply(start);
    List<Event> events = new ArrayList<>();
    events.add(new Event.Started("answering:8b", "", List.of()));
    events.add(new Event.UsageReported(Usage.of(11, 18)));
    events.addAll(List.of(pieces));
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    events.forEach(event -> written.writeBytes(encoder.encode(event)));
    return written.toString(UTF_8);
  }

  private static String golden(String name) throws IOException {
    try (InputStream file = AnswersTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), UTF_8);
    }
  }

  /** A millisecond goes by with every look at it. */
  private static final class Ticking implements InstantSource {
    private Instant now = Endpoints.NOW;

    @Override
    public Instant instant() {
      now = now.plusMillis(1);
      return now;
    }
  }
}
