package dev.gatehouse.http;

import dev.gatehouse.config.GatehouseConfig;
import dev.gatehouse.config.ServerConfig;
import dev.gatehouse.dialect.ApiError;
import dev.gatehouse.dialect.openai.OpenAiDialect;
import dev.gatehouse.pipeline.ChatPipeline;
import dev.gatehouse.pipeline.ClientGoneException;
import dev.gatehouse.pipeline.Inbound;
import dev.gatehouse.provider.Model;
import io.helidon.common.socket.SocketOptions;
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
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server: paths and what answers them. */
public final class GatewayServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GatewayServer.class);

  private static final HeaderName REQUEST_ID = HeaderNames.create("x-gatehouse-request-id");

  private final OpenAiDialect dialect = new OpenAiDialect();
  private final Services services;
  private final Requests requests;
  private final ClientWatch watch;
  private final ModelList modelList;
  private final WebServer server;

  /**
   * What the paths are answered by.
   *
   * @param ready whether requests can be served now; false while no model has been found yet
   * @param clock tells when requests come in
   */
  public record Services(
      ChatPipeline chat,
      Supplier<List<Model>> models,
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
    this.requests = new Requests(callers, config.server().maxBodyBytes(), services.clock());
    this.watch = new ClientWatch(config.server().requestTimeout());
    this.modelList = new ModelList(services.clock().instant().getEpochSecond());
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
        .get("/v1/models", guarded(this::models))
        .get("/v1/models/{id:.+}", guarded(this::model))
        .post("/v1/chat/completions", guarded(this::chat))
        .get("/metrics", admin(this::metrics))
        .get("/admin/v1/charges", admin(this::charges))
        .get("/admin/v1/spend", admin(this::spend))
        .any(guarded(this::other));
  }

  private Handler guarded(Handler handler) {
    return (request, response) -> {
      try {
        handler.handle(request, response);
      } catch (HttpFailure e) {
        error(response, e.error());
      } catch (ClientGoneException e) {
        LOG.debug("a client left before its answer was whole");
        throw new io.helidon.webserver.CloseConnectionException("client gone");
      } catch (RuntimeException e) {
        internal(response, e);
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

  private void internal(ServerResponse response, RuntimeException e) {
    String requestId = String.valueOf(response.headers().first(REQUEST_ID).orElse("-"));
    LOG.error("request {} failed: {}", requestId, Failures.describe(e));
    if (response.isSent()) {
      throw new io.helidon.webserver.CloseConnectionException("failed after the answer began");
    }
    error(
        response, ApiError.server(500, "internal_error", "the gateway failed; its log says more"));
  }

  private void chat(ServerRequest request, ServerResponse response) {
    Inbound inbound = requests.read(request);
    response.header(REQUEST_ID, inbound.requestId());
    services.chat().serve(inbound, new HelidonChannel(response, watch));
  }

  private void ready(ServerRequest request, ServerResponse response) {
    if (services.ready().get()) {
      json(response, 200, "{\"status\":\"ready\"}");
    } else {
      json(response, 503, "{\"status\":\"no model is available\"}");
    }
  }

  private void models(ServerRequest request, ServerResponse response) {
    requests.authenticate(request);
    send(response, 200, modelList.all(services.models().get()));
  }

  private void model(ServerRequest request, ServerResponse response) {
    requests.authenticate(request);
    String id = request.path().pathParameters().get("id");
    modelList
        .one(id, services.models().get())
        .ifPresentOrElse(
            entry -> send(response, 200, entry),
            () ->
                error(
                    response,
                    ApiError.client(
                        404,
                        "model_not_found",
                        "the model does not exist here; GET /v1/models lists what does")));
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

  private void other(ServerRequest request, ServerResponse response) {
    requests.authenticate(request);
    String path = request.path().path();
    if (Planned.isPlanned(path)) {
      error(
          response,
          ApiError.server(
              501, "not_built_yet", path + " is not built yet; the README's table says what is"));
    } else if (Planned.existsWithOtherMethod(path)) {
      error(
          response,
          ApiError.client(
              405,
              "method_not_allowed",
              "this path does not take " + request.prologue().method().text()));
    } else {
      error(response, ApiError.client(404, "unknown_path", "there is nothing at this path"));
    }
  }

  private void error(ServerResponse response, ApiError error) {
    send(response, error.status(), dialect.error(error));
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
        (_, type, status, headers, _) -> {
          int code = type == DirectHandler.EventType.INTERNAL_ERROR ? 500 : status.code();
          byte[] body =
              dialect.error(ApiError.client(code, "bad_request", "the request could not be read"));
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
