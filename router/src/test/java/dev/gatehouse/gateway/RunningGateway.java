package dev.gatehouse.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.audit.AuditWitness;
import dev.gatehouse.classify.FailureListener;
import dev.gatehouse.classify.PrivacyClassifier;
import dev.gatehouse.classify.RequestClassifier;
import dev.gatehouse.classify.complexity.FeatureComplexityClassifier;
import dev.gatehouse.config.ConfigLoader;
import dev.gatehouse.config.GatehouseConfig;
import dev.gatehouse.config.PrivacyConfig;
import dev.gatehouse.json.Json;
import dev.gatehouse.planted.WholeRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * A real gateway on a free port, made from a configuration text, and a client for it. What it lets
 * be seen goes to {@link WholeRun}: errors, headers, metrics, ledger and files.
 */
public final class RunningGateway implements AutoCloseable {
  private final Gateway gateway;
  private final GatehouseConfig config;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private RunningGateway(Gateway gateway, GatehouseConfig config) {
    this.gateway = gateway;
    this.config = config;
  }

  /**
   * Starts a gateway.
   *
   * @param yaml the configuration but for {@code server.port}
   * @param data its data folder
   */
  public static RunningGateway start(String yaml, Path data) {
    return start(yaml, data, config -> config);
  }

  /** Starts a gateway as {@code up --air-gapped} does. */
  static RunningGateway startAirGapped(String yaml, Path data) {
    return start(yaml, data, GatehouseConfig::airGapped);
  }

  /** Starts a gateway whose detectors are put in place of the configuration's own. */
  public static RunningGateway startDetecting(
      String yaml, Path data, UnaryOperator<PrivacyClassifier> detectors) {
    GatehouseConfig config = config(yaml, data);
    BiFunction<PrivacyConfig, FailureListener, RequestClassifier> classifiers =
        (privacy, _) ->
            new RequestClassifier(
                detectors.apply(new Classifiers(privacy).forgetful(privacy)),
                new FeatureComplexityClassifier());
    return new RunningGateway(new Gateway(config, Map.of(), _ -> {}, classifiers), config);
  }

  private static RunningGateway start(
      String yaml, Path data, UnaryOperator<GatehouseConfig> options) {
    GatehouseConfig config = options.apply(config(yaml, data));
    return new RunningGateway(new Gateway(config, Map.of(), _ -> {}), config);
  }

  private static GatehouseConfig config(String yaml, Path data) {
    try {
      Files.createDirectories(data);
      Path file = Files.writeString(data.resolve("gatehouse.yaml"), yaml);
      return new ConfigLoader(Map.of()).load(Optional.of(file), Optional.of(data)).withPort(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What its ledger saw of the audit log and was gone when it started. */
  Optional<AuditWitness.Mark> lostAudit() {
    return gateway.lostAudit();
  }

  /** The gateway's URL with this path. */
  public URI url(String path) {
    return URI.create("http://127.0.0.1:" + gateway.port() + path);
  }

  /** Waits for the embedded model; whether it answers. */
  boolean awaitEmbedded(Duration longest) throws InterruptedException {
    return gateway.providers().embedded().orElseThrow().awaitReady(longest);
  }

  int port() {
    return gateway.port();
  }

  /** Sends a chat body with headers (name, value, name, value ...). */
  public HttpResponse<String> chat(String body, String... headers) {
    return send(post(body, headers), HttpResponse.BodyHandlers.ofString());
  }

  /** Sends a chat body and takes the answer's bytes. */
  HttpResponse<byte[]> chatBytes(String body, String... headers) {
    return send(post(body, headers), HttpResponse.BodyHandlers.ofByteArray());
  }

  /** Asks for a path, with headers (name, value, name, value ...). */
  public HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(url(path)).GET();
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Sends a body to a path, with headers (name, value, name, value ...). */
  public HttpResponse<String> postTo(String path, String body, String... headers) {
    return send(request(path, body, headers), HttpResponse.BodyHandlers.ofString());
  }

  HttpRequest post(String body, String... headers) {
    return request("/v1/chat/completions", body, headers);
  }

  private HttpRequest request(String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request.build();
  }

  /** Sends a request and waits for the answer. */
  public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      HttpResponse<T> answer = client.send(request, handler);
      note(answer);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A successful answer's body is the client's own, and nobody else sees it. */
  private static void note(HttpResponse<?> answer) {
    answer
        .headers()
        .map()
        .forEach((name, values) -> WholeRun.saw("header", name + ": " + String.join(",", values)));
    if (answer.statusCode() >= 400) {
      switch (answer.body()) {
        case String text -> WholeRun.saw("error", text);
        case byte[] bytes -> WholeRun.saw("error", bytes);
        case null, default -> {} // a stream, which its reader reads
      }
    }
  }

  /** The newest rows of the ledger, as the operator sees them. */
  JsonNode charges() {
    return Json.read(get("/admin/v1/charges?limit=100").body().getBytes(StandardCharsets.UTF_8))
        .path("charges");
  }

  /**
   * The newest row, once it is settled; a client that left does not wait for that, so it is asked
   * for until it is.
   */
  JsonNode awaitSettled() {
    for (int i = 0; i < 2000; i++) {
      JsonNode row = charges().path(0);
      if (row.path("state").asText().equals("settled")) {
        return row;
      }
    }
    throw new AssertionError("not settled");
  }

  static JsonNode json(String text) {
    return Json.read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    WholeRun.saw("metric", metrics());
    client.close();
    gateway.close();
    DataFolder.note(config.dataDirectory());
  }

  private String metrics() {
    return config
        .server()
        .adminKey()
        .map(key -> get("/metrics", "Authorization", "Bearer " + key.reveal()))
        .orElseGet(() -> get("/metrics"))
        .body();
  }
}
