package dev.gatehouse.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.egress.Upstream;
import dev.gatehouse.egress.UpstreamResponse;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonException;
import dev.gatehouse.provider.ChatCall;
import dev.gatehouse.provider.EventSink;
import dev.gatehouse.provider.Model;
import dev.gatehouse.provider.Provider;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A server that speaks OpenAI's protocol. Hands requests and answers on verbatim. */
public final class OpenAiProvider implements Provider {
  private static final int MAX_ANSWER_BYTES = 64 * 1024 * 1024;

  private final String name;
  private final Upstream upstream;
  private final List<Model> configured;
  private final Function<String, Model> describe;
  private volatile List<Model> models;

  /**
   * @param upstream base URL up to and including {@code /v1}, authorization included
   * @param configured the models to offer; empty means "whatever {@code GET /models} lists"
   * @param describe what is known of a model that was found by its name
   */
  public OpenAiProvider(
      String name, Upstream upstream, List<Model> configured, Function<String, Model> describe) {
    this.name = name;
    this.upstream = upstream;
    this.configured = List.copyOf(configured);
    this.describe = describe;
    this.models = this.configured;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Model> models() {
    return models;
  }

  @Override
  public void discover() {
    List<Model> found = list();
    if (configured.isEmpty()) {
      models = found;
    }
  }

  private List<Model> list() {
    try (UpstreamResponse response = upstream.probe("/models")) {
      if (response.status() != 200) {
        throw OpenAiErrors.of(name, response);
      }
      List<Model> found = new ArrayList<>();
      for (JsonNode entry : Json.read(response.body().readNBytes(MAX_ANSWER_BYTES)).path("data")) {
        found.add(describe.apply(entry.path("id").asText()));
      }
      return List.copyOf(found);
    } catch (IOException | UncheckedIOException e) {
      throw new ProviderException(
          Kind.UNREACHABLE, name + " does not answer at " + upstream.destination().baseUrl(), e);
    } catch (JsonException e) {
      throw new ProviderException(Kind.BROKEN, name + " gives no list of models", e);
    }
  }

  @Override
  public boolean relays(Wire wire) {
    return wire == Wire.OPENAI_CHAT;
  }

  @Override
  public void chat(ChatCall call, EventSink sink) {
    try (UpstreamResponse response = post(call)) {
      if (response.status() != 200) {
        throw OpenAiErrors.of(name, response);
      }
      requireContentType(
          response, call.request().stream() ? "text/event-stream" : "application/json");
      if (call.request().stream()) {
        new StreamRelay(name, !call.request().streamUsage(), PassedHeaders.of(response), sink)
            .relay(new ServerSentEvents(response.body()));
      } else {
        whole(response, sink);
      }
    } catch (IOException | UncheckedIOException e) {
      throw timedOut(e)
          ? new ProviderException(Kind.TIMEOUT, name + " fell silent", e)
          : new ProviderException(Kind.BROKEN, name + ": the connection broke in mid-answer", e);
    }
  }

  private UpstreamResponse post(ChatCall call) {
    try {
      return upstream.post("/chat/completions", ChatBody.of(call));
    } catch (UncheckedIOException e) {
      throw timedOut(e)
          ? new ProviderException(Kind.TIMEOUT, name + " did not answer in time", e)
          : new ProviderException(
              Kind.UNREACHABLE,
              name + " does not answer at " + upstream.destination().baseUrl(),
              e);
    }
  }

  private static boolean timedOut(Throwable failure) {
    return failure instanceof SocketTimeoutException
        || (failure.getCause() != null && timedOut(failure.getCause()));
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
            answer.path("model").asText(""), "application/json", PassedHeaders.of(response)));
    OpenAiUsage.read(answer).ifPresent(usage -> sink.accept(new Event.UsageReported(usage)));
    sink.accept(
        new Event.VerbatimEnd(bytes, AnswerReader.finishReason(answer).orElse(FinishReason.STOP)));
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

  @Override
  public void close() {}
}
