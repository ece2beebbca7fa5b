package dev.gatehouse.dialect.openai.responses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.dialect.AnswerEncoder;
import dev.gatehouse.dialect.ApiError;
import dev.gatehouse.dialect.InheritedPrivacy;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Usage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ResponseEncoderTest {
  private static final Event STARTED = new Event.Started("small-1", "", List.of());
  private static final Event USAGE = new Event.UsageReported(new Usage(20, 10, 4, 2, 3));
  private static final Event STOP = Event.Ended.of(FinishReason.STOP);

  private final MemoryResponses store = new MemoryResponses();

  private Turn streamed(String more) {
    return Turn.of(
        store, "{\"model\":\"auto\",\"stream\":true,\"input\":\"hi\"%s}".formatted(more));
  }

  private Turn whole(String more) {
    return Turn.of(store, "{\"model\":\"auto\",\"input\":\"hi\"%s}".formatted(more));
  }

  @Test
  void textGrowsInOneMessage() {
    String stream =
        streamed("").answer("0001", STARTED, text("H\u00e9"), text("llo\u2028."), USAGE, STOP);

    assertThat(stream).isEqualTo(Turn.golden("text.sse"));
  }

  @Test
  void nothingGoesOutBeforeTheFirstPiece() {
    AnswerEncoder encoder = streamed("").encoder();

    assertThat(Turn.encoded(encoder, STARTED, USAGE, text("")))
        .startsWith("event: response.created");
    assertThat(Turn.encoded(streamed("").encoder(), STARTED, USAGE)).isEmpty();
  }

  @Test
  void thinkingIsAReasoningItemWithItsProof() {
    String stream =
        streamed("")
            .answer(
                "0001",
                STARTED,
                new Event.ThinkingDelta(0, "Let me "),
                new Event.ThinkingDelta(0, "see."),
                new Event.ThinkingSignature(0, "c2lnbmF0dXJl"),
                new Event.RedactedThinking(0, "b3BhcXVl"),
                text("Yes."),
                USAGE,
                STOP);

    assertThat(stream).isEqualTo(Turn.golden("thinking.sse"));
  }

  @Test
  void callsAreItemsOfTheirOwnOneAfterTheOther() {
    String stream =
        streamed("")
            .answer(
                "0001",
                STARTED,
                text("One moment."),
                new Event.ToolCallDelta(0, 0, "call_a", "weather", "{\"city\":"),
                new Event.ToolCallDelta(0, 0, "", "", "\"Rome\"}"),
                new Event.ToolCallDelta(0, 1, "call_b", "time", ""),
                new Event.ToolCallDelta(0, 1, "", "", "{}"),
                USAGE,
                Event.Ended.of(FinishReason.TOOL_CALLS));

    assertThat(stream).isEqualTo(Turn.golden("calls.sse"));
  }

  @Test
  void callOfAFunctionInANamespaceNamesBoth() {
    String tools =
        ",\"tools\":[{\"type\":\"namespace\",\"name\":\"files\",\"tools\":[{\"type\":\"function\",\"name\":\"open\"}]}]";

    assertThat(
            whole(tools)
                .answer(
                    "0001",
                    new Event.ToolCallDelta(0, 0, "c", "files__open", "{}"),
                    Event.Ended.of(FinishReason.TOOL_CALLS)))
        .contains("\"call_id\":\"c\",\"name\":\"open\",\"namespace\":\"files\"}");
  }

  @Test
  void refusalIsAPartOfItsOwn() {
    String stream =
        streamed("")
            .answer("0001", STARTED, text("Well, "), new Event.RefusalDelta(0, "no."), USAGE, STOP);

    assertThat(stream).isEqualTo(Turn.golden("refusal.sse"));
  }

  @Test
  void answerThatWasCutIsIncomplete() {
    String stream =
        streamed("")
            .answer("0001", STARTED, text("And so"), USAGE, Event.Ended.of(FinishReason.LENGTH));

    assertThat(stream).isEqualTo(Turn.golden("cut.sse"));
  }

  @Test
  void streamThatBreaksEndsInAnErrorAndAFailedResponse() {
    AnswerEncoder encoder = streamed("").encoder();

    String begun = Turn.encoded(encoder, STARTED, text("And"));
    String end = text(encoder.failure(ApiError.of(502, "upstream_failed", "it broke")));

    assertThat(begun + end).isEqualTo(Turn.golden("broken.sse"));
  }

  @Test
  void wholeAnswerEchoesWhatWasAsked() {
    String answer =
        whole(
                ",\"instructions\":\"Be brief.\",\"temperature\":0.50,\"max_output_tokens\":64,\"metadata\":{\"k\":\"v\"},"
                    + "\"reasoning\":{\"effort\":\"low\"},\"user\":\"u-1\",\"text\":{\"verbosity\":\"low\"},\"tool_choice\":\"required\","
                    + "\"tools\":[{\"type\":\"function\",\"name\":\"weather\"}]")
            .answer("0001", STARTED, text("Hi."), USAGE, STOP);

    assertThat(answer + "\n").isEqualTo(Turn.golden("whole.json"));
  }

  @Test
  void answerWithoutAWordIsAnEmptyMessage() {
    assertThat(whole("").answer("0001", STARTED, STOP))
        .contains(
            "\"content\":[{\"type\":\"output_text\",\"annotations\":[],\"logprobs\":[],\"text\":\"\"}]");
  }

  @Test
  void filteredAnswerSaysSo() {
    assertThat(whole("").answer("0001", STARTED, Event.Ended.of(FinishReason.CONTENT_FILTER)))
        .contains("\"status\":\"incomplete\"")
        .contains("\"incomplete_details\":{\"reason\":\"content_filter\"}");
  }

  @Test
  void pieceOfACallThatHasEndedIsNoPieceOfAnother() {
    AnswerEncoder encoder = whole("").encoder();
    Turn.encoded(
        encoder,
        new Event.ToolCallDelta(0, 0, "a", "f", "{"),
        new Event.ToolCallDelta(0, 1, "b", "g", "{"));

    assertThatThrownBy(() -> encoder.encode(new Event.ToolCallDelta(0, 0, "", "", "}")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void relayedStreamIsPutRightOnlyWhereTheResponseStands() {
    whole("").answer("0001", STARTED, text("Hi."), STOP);
    String delta =
        "event: response.output_text.delta\ndata: {\"delta\":\"the \\\"response\\\":{}\"}\n\n";
    String last =
        "event: response.completed\r\ndata: {\"type\": \"response.completed\", \"response\": %s}\r\n\r\n";
    String answered =
        "{\"id\":\"resp_up\", \"output\":[],\"previous_response_id\":%s,\"store\":%s,\"big\":1.50}";

    String stream =
        streamed(",\"previous_response_id\":\"resp_0001\"")
            .answer(
                "0002",
                STARTED,
                new Event.Verbatim(bytes(": ping\n\n"), 0),
                new Event.Verbatim(bytes(delta), 1),
                end(last.formatted(answered.formatted("null", "false"))));

    assertThat(stream)
        .isEqualTo(
            ": ping\n\n" + delta + last.formatted(answered.formatted("\"resp_0001\"", "true")));
    assertThat(store.kept().getLast().responseId()).isEqualTo("resp_up");
    assertThat(store.kept().getLast().previous()).hasValue(0);
  }

  @Test
  void relayedAnswerThatIsRightAlreadyKeepsEveryByte() {
    String answer =
        "{ \"id\" : \"resp_1\",\"store\":false,\"previous_response_id\":null,\"output\":[]}\n";

    assertThat(whole(",\"store\":false").answer("0001", STARTED, end(answer))).isEqualTo(answer);
  }

  @Test
  void relayedStreamThatBreaksGoesOnCounting() {
    AnswerEncoder encoder = streamed("").encoder();
    Turn.encoded(
        encoder,
        new Event.Verbatim(
            bytes(
                "event: response.created\ndata: {\"response\":{\"id\":\"resp_up\",\"status\":\"in_progress\",\"output\":[]}}\n\n"),
            0),
        new Event.Verbatim(bytes(": ping\n\n"), 0),
        new Event.Verbatim(bytes("event: x\ndata: {}\n\n"), 0));

    assertThat(text(encoder.failure(ApiError.of(429, "upstream_busy", "m"))))
        .isEqualTo(
            """
            event: error
            data: {"type":"error","code":"upstream_busy","message":"m","param":null,"sequence_number":2}

            event: response.failed
            data: {"type":"response.failed","response":{"id":"resp_up","status":"failed","output":[],"previous_response_id":null,"store":true,"error":{"code":"rate_limit_exceeded","message":"m"}},"sequence_number":3}

            """);
  }

  @Test
  void whatIsNotToBeStoredIsNotKept() {
    whole(",\"store\":false").answer("0001", STARTED, text("Hi."), STOP);

    assertThat(store.kept()).isEmpty();
  }

  @Test
  void failedAnswerOfAnUpstreamIsNotKept() {
    AnswerEncoder encoder = streamed("").encoder();
    Turn.encoded(
        encoder,
        end(
            "event: response.failed\ndata: {\"response\":{\"id\":\"resp_1\",\"status\":\"failed\",\"output\":[]}}\n\n"));

    encoder.keep(InheritedPrivacy.NONE);

    assertThat(store.kept()).isEmpty();
  }

  @Test
  void whatIsKeptIsWhatTheClientSaw() {
    String answer = whole("").answer("0001", STARTED, text("Hi."), USAGE, STOP);

    StoredResponses.Kept kept = store.kept().getFirst();
    assertThat(kept.responseId()).isEqualTo("resp_0001");
    assertThat(kept.response()).hasToString(answer);
    assertThat(kept.input().getFirst().json())
        .hasToString("{\"role\":\"user\",\"content\":\"hi\"}");
    assertThat(kept.output().getFirst().id()).isEqualTo("msg_000100");
  }

  private static Event text(String piece) {
    return new Event.TextDelta(0, piece);
  }

  private static Event end(String bytes) {
    return new Event.VerbatimEnd(bytes(bytes), FinishReason.STOP, 0);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(Optional<byte[]> bytes) {
    return new String(bytes.orElseThrow(), StandardCharsets.UTF_8);
  }
}
