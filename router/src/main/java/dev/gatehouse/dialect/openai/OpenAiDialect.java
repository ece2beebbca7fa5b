package dev.gatehouse.dialect.openai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.dialect.ApiError;
import dev.gatehouse.dialect.Dialect;
import dev.gatehouse.dialect.InferenceEndpoint;
import dev.gatehouse.dialect.Lookup;
import dev.gatehouse.dialect.RequestHead;
import dev.gatehouse.dialect.openai.responses.ResponsesApi;
import dev.gatehouse.dialect.openai.responses.StoredResponses;
import dev.gatehouse.json.Json;
import dev.gatehouse.provider.Model;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** OpenAI's API. Whatever speaks no other dialect speaks this one. */
public final class OpenAiDialect implements Dialect {
  private static final byte[] DONE = "data: [DONE]\n\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] HEARTBEAT = ": waiting\n\n".getBytes(StandardCharsets.US_ASCII);

  private final ModelList models;
  private final ResponsesApi responses;

  /**
   * @param models every model on offer now
   * @param aliases the operator's own names for models
   * @param startedAt when the gateway started, which its list of models tells as their age
   * @param stored where answers of the Responses API are kept
   */
  public OpenAiDialect(
      Supplier<List<Model>> models,
      Set<String> aliases,
      Instant startedAt,
      StoredResponses stored) {
    this.models = new ModelList(models, aliases, startedAt.getEpochSecond());
    this.responses = new ResponsesApi(stored);
  }

  @Override
  public boolean speaks(RequestHead head) {
    return true;
  }

  @Override
  public List<InferenceEndpoint> endpoints() {
    Stream<InferenceEndpoint> own =
        Stream.of(new ChatCompletions(), new Completions(), new Embeddings());
    return Stream.concat(own, responses.endpoints().stream()).toList();
  }

  @Override
  public List<Lookup> lookups() {
    Stream<Lookup> ofModels =
        Stream.of(
            new Lookup("GET", "/v1/models", _ -> models.all()),
            new Lookup(
                "GET",
                "/v1/models/{id:.+}",
                question -> models.one(question.pathParameters().getOrDefault("id", ""))));
    return Stream.concat(ofModels, responses.lookups().stream()).toList();
  }

  @Override
  public byte[] error(ApiError error, String requestId) {
    ObjectNode body = Json.object();
    ObjectNode inner = body.putObject("error");
    inner.put("message", error.message());
    inner.put("type", type(error));
    inner.put("param", error.param().orElse(null));
    inner.put("code", error.code().orElse(null));
    return Json.write(body);
  }

  private static String type(ApiError error) {
    return switch (error.status()) {
      case 401 -> "authentication_error";
      case 429 ->
          error.code().equals(Optional.of("budget_exceeded"))
              ? "insufficient_quota"
              : "rate_limit_error";
      default -> error.status() >= 500 ? "server_error" : "invalid_request_error";
    };
  }

  @Override
  public byte[] errorInStream(ApiError error, String requestId) {
    return event(error(error, requestId));
  }

  @Override
  public byte[] heartbeat() {
    return HEARTBEAT.clone();
  }

  @Override
  public Optional<String> requestIdHeader() {
    return Optional.of("x-request-id");
  }

  /** What follows the last event of a stream. */
  static byte[] done() {
    return DONE.clone();
  }

  /** One server-sent event with this data. */
  static byte[] event(byte[] data) {
    ByteArrayOutputStream event = new ByteArrayOutputStream(data.length + 8);
    event.writeBytes("data: ".getBytes(StandardCharsets.US_ASCII));
    event.writeBytes(data);
    event.writeBytes("\n\n".getBytes(StandardCharsets.US_ASCII));
    return event.toByteArray();
  }
}
