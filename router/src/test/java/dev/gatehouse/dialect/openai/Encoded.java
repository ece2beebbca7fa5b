package dev.gatehouse.dialect.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.dialect.AnswerEncoder;
import dev.gatehouse.dialect.AnswerStart;
import dev.gatehouse.dialect.Caller;
import dev.gatehouse.dialect.DecodedRequest;
import dev.gatehouse.dialect.InferenceEndpoint;
import dev.gatehouse.dialect.KnownAnswer;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonBody;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a client reads of an answer to a request of its own. */
final class Encoded {
  private Encoded() {}

  static DecodedRequest decode(InferenceEndpoint endpoint, String body) {
    return switch (endpoint.decode(
        JsonBody.parse(body.getBytes(UTF_8)), new Caller(Optional.empty()))) {
      case DecodedRequest request -> request;
      case KnownAnswer _ -> throw new AssertionError("answered without a model");
    };
  }

  /** A whole answer. */
  static JsonNode whole(InferenceEndpoint endpoint, String body, Event... pieces) {
    return Json.read(text(endpoint, body, pieces).getBytes(UTF_8));
  }

  /** The data of every event of a stream. */
  static List<String> stream(InferenceEndpoint endpoint, String body, Event... pieces) {
    return Stream.of(text(endpoint, body, pieces).split("\n\n"))
        .map(event -> event.substring("data: ".length()))
        .toList();
  }

  private static String text(InferenceEndpoint endpoint, String body, Event... pieces) {
    AnswerEncoder encoder =
        decode(endpoint, body)
            .encoder()
            .apply(new AnswerStart("0001", Instant.ofEpochSecond(1_700_000_000), "asked"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<Event> events = new ArrayList<>();
    events.add(new Event.Started("answering", "", List.of()));
    events.addAll(List.of(pieces));
    events.add(new Event.UsageReported(new Usage(10, 5, 4, 0, 2)));
    if (events.stream().noneMatch(Event.Ended.class::isInstance)) {
      events.add(Event.Ended.of(FinishReason.STOP));
    }
    events.forEach(event -> bytes.writeBytes(encoder.encode(event)));
    return bytes.toString(UTF_8);
  }

  static JsonNode json(String text) {
    return Json.read(text.getBytes(UTF_8));
  }
}
