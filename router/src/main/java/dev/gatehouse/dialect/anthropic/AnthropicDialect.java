package dev.gatehouse.dialect.anthropic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.dialect.ApiError;
import dev.gatehouse.dialect.Dialect;
import dev.gatehouse.dialect.InferenceEndpoint;
import dev.gatehouse.dialect.Lookup;
import dev.gatehouse.dialect.RequestHead;
import dev.gatehouse.json.Json;
import dev.gatehouse.provider.Model;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Anthropic's API. Its paths are its own, but for the list of models, which belongs to whoever says
 * which version of Anthropic's API is meant.
 */
public final class AnthropicDialect implements Dialect {
  private static final String VERSION = "anthropic-version";

  private final ModelList models;

  /**
   * @param models every model on offer now
   * @param startedAt when the gateway started, which its list of models tells as their age
   */
  public AnthropicDialect(Supplier<List<Model>> models, Instant startedAt) {
    this.models = new ModelList(models, startedAt);
  }

  @Override
  public boolean speaks(RequestHead head) {
    return head.isUnder("/v1/messages") || (mayBeMeant(head) && head.header().test(VERSION));
  }

  /** The list of models, and where a base URL leads that ends in /v1. */
  private static boolean mayBeMeant(RequestHead head) {
    return head.isUnder("/v1/models") || head.isUnder("/v1/v1/messages");
  }

  @Override
  public List<InferenceEndpoint> endpoints() {
    return List.of(new MessagesEndpoint(), new CountTokensEndpoint());
  }

  @Override
  public List<Lookup> lookups() {
    return List.of(
        new Lookup("GET", "/v1/models", question -> models.page(question.query())),
        new Lookup(
            "GET",
            "/v1/models/{id:.+}",
            question -> models.one(question.pathParameters().getOrDefault("id", ""))));
  }

  @Override
  public Set<String> requestHeaders() {
    return Set.of(BetaHeader.NAME);
  }

  @Override
  public byte[] error(ApiError error, String requestId) {
    return Json.write(shaped(error, requestId));
  }

  private static ObjectNode shaped(ApiError error, String requestId) {
    ObjectNode body = Json.object().put("type", "error");
    body.putObject("error").put("type", type(error.status())).put("message", error.message());
    return body.put("request_id", Dialect.vendorsId(requestId));
  }

  private static String type(int status) {
    return switch (status) {
      case 401 -> "authentication_error";
      case 402 -> "billing_error";
      case 403 -> "permission_error";
      case 404 -> "not_found_error";
      case 413 -> "request_too_large";
      case 429 -> "rate_limit_error";
      case 503, 529 -> "overloaded_error";
      case 408, 504 -> "timeout_error";
      default -> status >= 500 ? "api_error" : "invalid_request_error";
    };
  }

  @Override
  public byte[] errorInStream(ApiError error, String requestId) {
    return new ServerSentEvent("error", error(error, requestId)).bytes();
  }

  @Override
  public byte[] heartbeat() {
    return ServerSentEvent.PING.bytes();
  }

  @Override
  public Optional<String> requestIdHeader() {
    return Optional.of("request-id");
  }
}
