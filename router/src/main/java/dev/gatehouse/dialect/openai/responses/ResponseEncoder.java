package dev.gatehouse.dialect.openai.responses;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.dialect.AnswerEncoder;
import dev.gatehouse.dialect.AnswerStart;
import dev.gatehouse.dialect.ApiError;
import dev.gatehouse.dialect.InheritedPrivacy;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.json.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes an answer as one {@code response}, or as the events by which it grows. */
final class ResponseEncoder implements AnswerEncoder {
  private static final byte[] NOTHING = {};

  private final AnswerStart start;
  private final ResponseTemplate template;
  private final boolean stream;
  private final Keeper keeper;
  private final EventWriter events = new EventWriter();
  private final OutputItems output;
  private final RelayedResponse relayed;
  private String model;
  private boolean begun;
  private Usage usage = Usage.NONE;
  private @Nullable ObjectNode ended;

  /**
   * @param keeper keeps the answer if the client wants it kept
   */
  ResponseEncoder(AnswerStart start, ResponseTemplate template, boolean stream, Keeper keeper) {
    this.start = start;
    this.template = template;
    this.stream = stream;
    this.keeper = keeper;
    ToolNames names = ToolNames.of(template.request().path("tools"));
    this.output = new OutputItems(start.requestId(), names, events);
    this.relayed = new RelayedResponse(template);
    this.model = start.model();
  }

  @Override
  public String contentType() {
    return stream ? "text/event-stream" : "application/json";
  }

  @Override
  public byte[] encode(Event event) {
    return switch (event) {
      case Event.Started started -> started(started);
      case Event.TextDelta(_, String piece) -> grown(() -> output.text(piece));
      case Event.ThinkingDelta(_, String piece) -> grown(() -> output.thinking(piece));
      case Event.ThinkingSignature(_, String signature) -> grown(() -> output.signature(signature));
      case Event.RedactedThinking(_, String data) -> grown(() -> output.redacted(data));
      case Event.RefusalDelta(_, String piece) -> grown(() -> output.refusal(piece));
      case Event.ToolCallDelta piece -> grown(() -> output.call(piece));
      case Event.Embedding _ -> NOTHING;
      case Event.UsageReported(Usage reported) -> {
        usage = reported;
        yield NOTHING;
      }
      case Event.Ended(FinishReason reason, _) -> end(reason);
      case Event.Verbatim(byte[] bytes, _) -> relay(bytes);
      case Event.VerbatimEnd(byte[] bytes, _, _) -> relay(bytes);
    };
  }

  private byte[] started(Event.Started started) {
    if (!started.responseModel().isEmpty()) {
      model = started.responseModel();
    }
    return NOTHING;
  }

  private byte[] grown(Runnable step) {
    begin();
    step.run();
    return take();
  }

  /** Not before the first piece: until then another candidate may answer. */
  private void begin() {
    if (!begun) {
      begun = true;
      write("response.created", response());
      write("response.in_progress", response());
    }
  }

  private void write(String type, ObjectNode response) {
    ObjectNode event = EventWriter.event(type);
    event.set("response", response);
    events.write(event);
  }

  private ObjectNode response() {
    return template.begun("resp_" + start.requestId(), start.createdAt().getEpochSecond(), model);
  }

  private byte[] take() {
    byte[] bytes = events.take();
    return stream ? bytes : NOTHING;
  }

  private byte[] end(FinishReason reason) {
    begin();
    boolean complete = reason == FinishReason.STOP || reason == FinishReason.TOOL_CALLS;
    if (reason == FinishReason.STOP) {
      output.requireMessage();
    }
    output.close(complete ? "completed" : "incomplete");
    long now = start.clock().instant().getEpochSecond();
    ObjectNode response = ResponseTemplate.ended(response(), reason, usage, now);
    response.set("output", output.items());
    ended = response;
    write(complete ? "response.completed" : "response.incomplete", response);
    return stream ? events.take() : Json.write(response);
  }

  private byte[] relay(byte[] bytes) {
    if (bytes.length == 0) {
      return NOTHING;
    }
    if (!stream) {
      return relayed.whole(bytes);
    }
    if (bytes[0] != ':') { // a comment has no number
      events.skip();
    }
    return relayed.event(bytes);
  }

  @Override
  public void keep(InheritedPrivacy privacy) {
    Optional<JsonNode> answer =
        Optional.<JsonNode>ofNullable(ended).or(relayed::latest).filter(ResponseEncoder::isAnswer);
    if (template.stored() && answer.isPresent()) {
      keeper.keep(start, answer.get(), privacy);
    }
  }

  private static boolean isAnswer(JsonNode response) {
    return response.path("id").isTextual()
        && response.path("output").isArray()
        && !response.path("status").asText().equals("failed");
  }

  @Override
  public Optional<byte[]> failure(ApiError error) {
    events.write(
        EventWriter.event("error")
            .put("code", error.code().orElse(null))
            .put("message", error.message())
            .put("param", error.param().orElse(null)));
    ObjectNode failed = soFar();
    failed.put("status", "failed");
    failed
        .putObject("error")
        .put("code", error.status() == 429 ? "rate_limit_exceeded" : "server_error")
        .put("message", error.message());
    write("response.failed", failed);
    return Optional.of(events.take());
  }

  private ObjectNode soFar() {
    Optional<ObjectNode> seen =
        relayed.latest().filter(JsonNode::isObject).map(ObjectNode.class::cast);
    if (seen.isPresent()) {
      return seen.get();
    }
    ObjectNode response = response();
    response.set("output", output.items());
    return response;
  }

  /** Keeps an answer. */
  @FunctionalInterface
  interface Keeper {
    void keep(AnswerStart start, JsonNode response, InheritedPrivacy privacy);
  }
}
