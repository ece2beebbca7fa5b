package dev.gatehouse.dialect.openai.responses;

import dev.gatehouse.dialect.AnswerEncoder;
import dev.gatehouse.dialect.AnswerStart;
import dev.gatehouse.dialect.Caller;
import dev.gatehouse.dialect.DecodedRequest;
import dev.gatehouse.dialect.InheritedPrivacy;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.Event;
import dev.gatehouse.json.JsonBody;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** One request over the endpoint under test, and its answer. */
record Turn(DecodedRequest decoded) {
  static final Caller CALLER = new Caller(Optional.of("app"));

  static Turn of(StoredResponses store, String body) {
    JsonBody parsed = JsonBody.parse(body.getBytes(StandardCharsets.UTF_8));
    return new Turn(new CreateResponse(store).decode(parsed, CALLER));
  }

  ChatRequest request() {
    return (ChatRequest) decoded.request();
  }

  AnswerEncoder encoder() {
    return encoder("0001");
  }

  AnswerEncoder encoder(String requestId) {
    return decoded
        .encoder()
        .apply(new AnswerStart(requestId, Instant.ofEpochSecond(1_767_225_600), "small"));
  }

  /** The bytes that these events make, kept like an answer that came to its end. */
  String answer(String requestId, Event... events) {
    AnswerEncoder encoder = encoder(requestId);
    String answer = encoded(encoder, events);
    encoder.keep(InheritedPrivacy.NONE);
    return answer;
  }

  static String encoded(AnswerEncoder encoder, Event... events) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Event event : events) {
      all.writeBytes(encoder.encode(event));
    }
    return all.toString(StandardCharsets.UTF_8);
  }

  /** A golden file beside the tests. */
  static String golden(String name) {
    try (InputStream in = Objects.requireNonNull(Turn.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
