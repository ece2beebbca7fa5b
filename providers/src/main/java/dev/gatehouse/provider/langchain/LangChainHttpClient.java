package dev.gatehouse.provider.langchain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.egress.Upstream;
import dev.gatehouse.egress.UpstreamResponse;
import dev.gatehouse.inference.Event;
import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonException;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.UpstreamErrors;
import dev.gatehouse.provider.relay.BodyEnd;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * LangChain4j's HTTP through the one door, for one call: blocking, on the calling thread, streams
 * too. Failures are thrown as {@link ProviderException}s instead of being handed to listeners,
 * which would map them to exceptions without headers.
 *
 * <p>Of a request only path and body go out; the headers (keys among them) are the upstream's own,
 * so LangChain4j never holds a key. LangChain4j's parsers are not used: they swallow and log what a
 * listener throws, and the log would hold the answer's text.
 */
final class LangChainHttpClient implements HttpClient {

  /** What LangChain4j takes for the upstream's address; the real one is the upstream's secret. */
  static final String BASE_URL = "http://upstream";

  private static final int MAX_ANSWER_BYTES = 64 * 1024 * 1024;

  private final String providerName;
  private final Upstream upstream;
  private final Exchange exchange;
  private final List<ChatMessage> messages;

  LangChainHttpClient(
      String providerName, Upstream upstream, Exchange exchange, List<ChatMessage> messages) {
    this.providerName = providerName;
    this.upstream = upstream;
    this.exchange = exchange;
    this.messages = messages;
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    try (UpstreamResponse response = open(request)) {
      return SuccessfulHttpResponse.builder()
          .statusCode(response.status())
          .headers(headers(response))
          .body(response.body().readNBytes(MAX_ANSWER_BYTES))
          .build();
    } catch (IOException | UncheckedIOException e) {
      throw UpstreamErrors.broken(providerName, e);
    }
  }

  private static Map<String, List<String>> headers(UpstreamResponse response) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (Event.Header header : response.headers()) {
      headers.computeIfAbsent(header.name(), name -> new ArrayList<>()).add(header.value());
    }
    return headers;
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    try (UpstreamResponse response = open(request)) {
      exchange.open(UpstreamErrors.passedHeaders(response));
      ServerSentEventContext context = new ServerSentEventContext(exchange);
      Frames frames = new Frames(response.body(), exchange.wire().framing());
      while (!exchange.isCancelled()) {
        Optional<Frame> frame = next(frames);
        if (frame.isEmpty()) {
          listener.onClose();
          return;
        }
        if (exchange.wire().isEndMark(frame.get().data())) {
          listener.onClose();
          BodyEnd.await(response.body());
          return;
        }
        deliver(frame.get(), listener, context);
      }
    }
  }

  private UpstreamResponse open(HttpRequest request) {
    UpstreamResponse response = send(request);
    if (response.status() / 100 == 2) {
      return response;
    }
    try (response) {
      throw UpstreamErrors.answered(providerName, response);
    }
  }

  private UpstreamResponse send(HttpRequest request) {
    if (!request.url().startsWith(BASE_URL + "/")) {
      throw new IllegalStateException("LangChain4j asks for a URL that is not the upstream's");
    }
    try {
      String path = request.url().substring(BASE_URL.length());
      Duration patience = exchange.wire().patience().orElse(upstream.silenceTimeout());
      return upstream.post(path, body(request), patience);
    } catch (UncheckedIOException e) {
      throw UpstreamErrors.noAnswer(providerName, e);
    }
  }

  private byte[] body(HttpRequest request) {
    ObjectNode body =
        exchange.wire().writesRequest()
            ? Json.object()
            : (ObjectNode) Json.read(request.body().getBytes(StandardCharsets.UTF_8));
    exchange.wire().completeRequest(body, messages);
    return Json.write(body);
  }

  private Optional<Frame> next(Frames frames) {
    try {
      return frames.next();
    } catch (IOException e) {
      if (exchange.ended()) {
        return Optional.empty();
      }
      throw UpstreamErrors.broken(providerName, e);
    }
  }

  private void deliver(
      Frame frame, ServerSentEventListener listener, ServerSentEventContext context) {
    List<ObjectNode> mended = exchange.wire().mendEvent(parse(frame.data()));
    exchange.wire().eventsBeside().forEach(exchange::piece);
    for (ObjectNode event : mended) {
      if (exchange.isCancelled()) {
        return;
      }
      String data = new String(Json.write(event), StandardCharsets.UTF_8);
      listener.onEvent(new ServerSentEvent(frame.name(), data), context);
    }
  }

  private ObjectNode parse(byte[] data) {
    try {
      JsonNode event = Json.read(data);
      if (event instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonException e) {
      throw new ProviderException(
          Kind.BROKEN, providerName + ": an event of the stream is not JSON", e);
    }
    throw new ProviderException(
        Kind.BROKEN, providerName + ": an event of the stream is not a JSON object");
  }
}
