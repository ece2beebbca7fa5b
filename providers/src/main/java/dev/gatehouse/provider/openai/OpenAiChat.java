package dev.gatehouse.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.egress.Upstream;
import dev.gatehouse.egress.UpstreamResponse;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonException;
import dev.gatehouse.provider.ChatCall;
import dev.gatehouse.provider.EventSink;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.UpstreamErrors;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;

/** Chat completions over OpenAI's wire, handed on verbatim both ways. */
public final class OpenAiChat {
  private static final int MAX_ANSWER_BYTES = 64 * 1024 * 1024;

  private static final Duration PATIENCE_FOR_END = Duration.ofMillis(100);

  private final String name;
  private final Upstream upstream;
  private final String limitField;

  /**
   * @param name the provider's, for messages
   * @param upstream base URL up to and including {@code /v1}, authorization included
   * @param limitField what this kind of server calls the limit of an answer: {@code max_tokens}, at
   *     OpenAI itself {@code max_completion_tokens}
   */
  public OpenAiChat(String name, Upstream upstream, String limitField) {
    this.name = name;
    this.upstream = upstream;
    this.limitField = limitField;
  }

  /**
   * Relays one request and its answer.
   *
   * @throws ProviderException if the upstream fails
   */
  public void chat(ChatCall call, EventSink sink) {
    try (UpstreamResponse response = post(call)) {
      if (response.status() != 200) {
        throw UpstreamErrors.answered(name, response);
      }
      requireContentType(
          response, call.request().stream() ? "text/event-stream" : "application/json");
      if (call.request().stream()) {
        stream(call, response, sink);
      } else {
        whole(response, sink);
      }
    } catch (IOException | UncheckedIOException e) {
      throw UpstreamErrors.broken(name, e);
    }
  }

  private void stream(ChatCall call, UpstreamResponse response, EventSink sink) throws IOException {
    InputStream body = response.body();
    new StreamRelay(
            name, !call.request().streamUsage(), UpstreamErrors.passedHeaders(response), sink)
        .relay(new ServerSentEvents(body));
    awaitEnd(body);
  }

  /**
   * Waits a moment for the body's end, which servers send right behind the last event: only then
   * can the connection be used again. One that keeps the body open has its connection closed.
   */
  private static void awaitEnd(InputStream body) {
    Thread reader = Thread.ofVirtual().start(() -> readToEnd(body));
    try {
      reader.join(PATIENCE_FOR_END);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void readToEnd(InputStream body) {
    try {
      body.transferTo(OutputStream.nullOutputStream());
    } catch (IOException | UncheckedIOException e) {
      return; // the answer is whole; its connection will not be used again
    }
  }

  private UpstreamResponse post(ChatCall call) {
    try {
      return upstream.post("/chat/completions", ChatBody.of(call, limitField));
    } catch (UncheckedIOException e) {
      throw UpstreamErrors.noAnswer(name, e);
    }
  }

  private void requireContentType(UpstreamResponse response, String expected) {
    String found = response.header("content-type").orElse("").toLowerCase(Locale.ROOT);
    if (!found.startsWith(expected)) {
      throw new ProviderException(
          Kind.BROKEN, name + " answered with something that is not " + expected);
    }
  }

  private void whole(UpstreamResponse response, EventSink sink) throws IOException {
    byte[] bytes = response.body().readNBytes(MAX_ANSWER_BYTES + 1);
    if (bytes.length > MAX_ANSWER_BYTES) {
      throw new ProviderException(Kind.BROKEN, name + ": the answer is larger than 64 MiB");
    }
    JsonNode answer = parse(bytes);
    sink.accept(
        new Event.Started(
            answer.path("model").asText(""),
            "application/json",
            UpstreamErrors.passedHeaders(response)));
    OpenAiUsage.read(answer).ifPresent(usage -> sink.accept(new Event.UsageReported(usage)));
    sink.accept(
        new Event.VerbatimEnd(
            bytes,
            AnswerReader.finishReason(answer).orElse(FinishReason.STOP),
            AnswerReader.outputCharacters(answer)));
  }

  private JsonNode parse(byte[] bytes) {
    try {
      JsonNode answer = Json.read(bytes);
      if (!answer.path("choices").isArray()) {
        throw new ProviderException(Kind.BROKEN, name + ": the answer has no choices");
      }
      return answer;
    } catch (JsonException e) {
      throw new ProviderException(Kind.BROKEN, name + ": the answer is not JSON", e);
    }
  }
}
