package dev.gatehouse.http;

import dev.gatehouse.config.GatehouseConfig;
import dev.gatehouse.config.KeyConfig;
import dev.gatehouse.config.ServerConfig;
import dev.gatehouse.dialect.ApiError;
import dev.gatehouse.dialect.ApiException;
import dev.gatehouse.dialect.Caller;
import dev.gatehouse.dialect.Dialect;
import dev.gatehouse.dialect.InferenceEndpoint;
import dev.gatehouse.dialect.InvalidRequestException;
import dev.gatehouse.dialect.Lookup;
import dev.gatehouse.json.Json;
import dev.gatehouse.pipeline.ClientGoneException;
import dev.gatehouse.pipeline.Inbound;
import dev.gatehouse.pipeline.InferencePipeline;
import dev.gatehouse.pipeline.OllamaModels;
import dev.gatehouse.pipeline.Reply;
import dev.gatehouse.provider.ollama.OllamaAdministration.Operation;
import io.helidon.common.socket.SocketOptions;
import io.helidon.common.uri.UriPath;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server: paths and what answers them. */
public final class GatewayServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GatewayServer.class);

  private static final HeaderName REQUEST_ID = HeaderNames.create("x-gatehouse-request-id");

  private final Services services;
  private final Dialects dialects;
  private final Requests requests;
  private final ClientWatch watch;
  private final WebServer server;

  /**
   * What the paths are answered by.
   *
   * @param ollama changes the models of Ollama servers
   * @param dialects what is spoken; the last takes whatever the others do not
   * @param ready whether requests can be served now; false while no model has been found yet
   * @param clock tells when requests come in
   */
  public record Services(
      InferencePipeline pipeline,
      OllamaModels ollama,
      List<Dialect> dialects,
      Supplier<Boolean> ready,
      AdminApi admin,
      Clock clock) {}

  /**
   * Starts listening.
   *
   * @throws java.io.UncheckedIOException if the port cannot be bound
   */
  public GatewayServer(GatehouseConfig config, Services services) {
    this.services = services;
    Callers callers = new Callers(config.keys(), config.server().adminKey());
    this.requests = new Requests(callers, config.server(), services.clock());
    this.watch = new ClientWatch(config.server().requestTimeout());
    this.dialects = new Dialects(services.dialects());
    this.server = build(config.server()).start();
    if (!server.isRunning()) { // Helidon logs why and goes on
      close();
      String address = config.server().host() + ":" + config.server().port();
      throw new UncheckedIOException(
          new IOException(
              "cannot listen on " + address + "; is the port taken? --port N takes another"));
    }
  }

  private WebServer build(ServerConfig config) {
    return WebServer.builder()
        .host(config.host())
        .port(config.port())
        .shutdownHook(false)
        .connectionOptions(SocketOptions.builder().tcpNoDelay(true).build())
        .protocolsDiscoverServices(false)
        .addConnectionSelector(
            new WatchableConnections(
                Http1Config.builder().maxHeadersSize(config.maxHeaderBytes()).build()))
        .directHandlers(shapedErrors())
        .routing(this::route)
        .build();
  }

  private void route(HttpRouting.Builder routing) {
    routing
        .get("/healthz", (_, response) -> json(response, 200, "{\"status\":\"up\"}"))
        .get("/readyz", this::ready)
        .get("/metrics", admin(this::metrics))
        .get("/admin/v1/charges", admin(this::charges))
        .get("/admin/v1/spend", admin(this::spend))
        .get("/", GatewayServer::alive)
        .head("/", GatewayServer::alive)
        .any(guarded(this::spoken));
  }

  /** The words by which Ollama's clients know that a server is there. */
  private static void alive(ServerRequest request, ServerResponse response) {
    response.header(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8");
    response.send("Ollama is running");
  }

  private Handler guarded(Handler handler) {
    return (request, response) -> {
      try {
        handler.handle(request, response);
      } catch (ApiException e) {
        error(request, response, e.error());
      } catch (InvalidRequestException e) {
        error(request, response, ApiError.of(e));
      } catch (ClientGoneException e) {
        LOG.debug("a client left before its answer was whole");
        throw new io.helidon.webserver.CloseConnectionException("client gone");
      } catch (RuntimeException e) {
        internal(request, response, e);
      }
    };
  }

  private Handler admin(Handler handler) {
    return guarded(
        (request, response) -> {
          requests.authenticateAdmin(request);
          handler.handle(request, response);
        });
  }

  private void internal(ServerRequest request, ServerResponse response, RuntimeException e) {
    String requestId = String.valueOf(response.headers().first(REQUEST_ID).orElse("-"));
    LOG.error("request {} failed: {}", requestId, Failures.describe(e));
    if (response.isSent()) {
      throw new io.helidon.webserver.CloseConnectionException("failed after the answer began");
    }
    error(
        request,
        response,
        ApiError.of(500, "internal_error", "the gateway failed; its log says more"));
  }

  private void spoken(ServerRequest request, ServerResponse response) {
    Dialect dialect = dialect(request);
    String method = method(request);
    Optional<Operation> change = OllamaModels.operation(method, request.path().path());
    if (change.isPresent()) {
      change(dialect, change.get(), request, response);
      return;
    }
    Optional<InferenceEndpoint> endpoint =
        method.equals("POST") ? dialects.endpoint(dialect, request.path()) : Optional.empty();
    if (endpoint.isPresent()) {
      infer(dialect, endpoint.get(), request, response);
      return;
    }
    Caller caller = new Caller(requests.authenticate(request).map(KeyConfig::name));
    Dialects.Match match =
        dialects
            .lookup(dialect, method, request.path())
            .orElseThrow(() -> new ApiException(nothingThere(dialect, request)));
    send(
        response,
        200,
        Json.write(match.lookup().answerer().answer(question(match, caller, request))));
  }

  /** HEAD is answered as GET, which Helidon then sends without its body. */
  private static String method(ServerRequest request) {
    String method = request.prologue().method().text();
    return method.equals("HEAD") ? "GET" : method;
  }

  private Dialect dialect(ServerRequest request) {
    return dialects.of(request.path(), request.headers());
  }

  private void infer(
      Dialect dialect, InferenceEndpoint endpoint, ServerRequest request, ServerResponse response) {
    Inbound inbound = requests.read(request, dialect.requestHeaders());
    services.pipeline().serve(endpoint, inbound, reply(inbound, dialect, response));
  }

  private void change(
      Dialect dialect, Operation change, ServerRequest request, ServerResponse response) {
    requests.authorizeModelChanges(request);
    Inbound inbound = requests.read(request, dialect.requestHeaders());
    services.ollama().serve(change, inbound, reply(inbound, dialect, response));
  }

  private Reply reply(Inbound inbound, Dialect dialect, ServerResponse response) {
    response.header(REQUEST_ID, inbound.requestId());
    return new Reply(new HelidonChannel(response, watch), dialect, inbound.requestId());
  }

  private Lookup.Question question(Dialects.Match match, Caller caller, ServerRequest request) {
    return new Lookup.Question(
        caller, match.pathParameters(), Queries.first(request), requests.body(request));
  }

  private ApiError nothingThere(Dialect dialect, ServerRequest request) {
    String path = request.path().path();
    if (Planned.isPlanned(path)) {
      return ApiError.of(
          501, "not_built_yet", path + " is not built yet; the README's table says what is");
    }
    return dialects.knows(dialect, request.path())
        ? ApiError.of(
            405,
            "method_not_allowed",
            "this path does not take " + request.prologue().method().text())
        : ApiError.of(
            404,
            "unknown_path",
            "there is nothing at "
                + path
                + "; the base URL of OpenAI's clients ends in /v1, that of Anthropic's and Ollama's"
                + " has no path");
  }

  private void ready(ServerRequest request, ServerResponse response) {
    if (services.ready().get()) {
      json(response, 200, "{\"status\":\"ready\"}");
    } else {
      json(response, 503, "{\"status\":\"no model is available\"}");
    }
  }

  private void metrics(ServerRequest request, ServerResponse response) {
    response.header(HeaderNames.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8");
    response.send(services.admin().metrics());
  }

  private void charges(ServerRequest request, ServerResponse response) {
    send(response, 200, services.admin().charges(Queries.limit(request), Queries.since(request)));
  }

  private void spend(ServerRequest request, ServerResponse response) {
    send(response, 200, services.admin().spend(Queries.since(request)));
  }

  private void error(ServerRequest request, ServerResponse response, ApiError error) {
    String requestId =
        response
            .headers()
            .first(REQUEST_ID)
            .orElseGet(() -> Requests.newRequestId(services.clock().millis()));
    response.header(REQUEST_ID, requestId);
    Dialect dialect = dialect(request);
    dialect
        .requestIdHeader()
        .ifPresent(name -> response.header(HeaderNames.create(name), Dialect.vendorsId(requestId)));
    send(response, error.status(), dialect.error(error, requestId));
  }

  private static void json(ServerResponse response, int status, String json) {
    send(response, status, json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static void send(ServerResponse response, int status, byte[] json) {
    response.status(Status.create(status));
    response.header(HeaderNames.CONTENT_TYPE, "application/json");
    response.send(json);
  }

  /**
   * What Helidon itself refuses (a broken request line, headers too large) in the same shape as the
   * rest.
   */
  private DirectHandlers shapedErrors() {
    DirectHandler shaped =
        (request, type, status, headers, _) -> {
          int code = type == DirectHandler.EventType.INTERNAL_ERROR ? 500 : status.code();
          byte[] body = unreadable(request, code);
          return DirectHandler.TransportResponse.builder()
              .status(Status.create(code))
              .headers(headers)
              .header(
                  io.helidon.http.HeaderValues.create(HeaderNames.CONTENT_TYPE, "application/json"))
              .entity(body)
              .build();
        };
    DirectHandlers.Builder handlers = DirectHandlers.builder();
    for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
      handlers.addHandler(type, shaped);
    }
    return handlers.build();
  }

  private byte[] unreadable(DirectHandler.TransportRequest request, int status) {
    return dialects
        .of(UriPath.create(request.path()), request.headers())
        .error(
            ApiError.of(status, "bad_request", "the request could not be read"),
            Requests.newRequestId(services.clock().millis()));
  }

  /** The port that it listens on. */
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    watch.close();
    server.stop();
  }
}
