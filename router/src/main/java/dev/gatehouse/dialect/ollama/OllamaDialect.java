package dev.gatehouse.dialect.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.dialect.ApiError;
import dev.gatehouse.dialect.Dialect;
import dev.gatehouse.dialect.InferenceEndpoint;
import dev.gatehouse.dialect.Lookup;
import dev.gatehouse.dialect.RequestHead;
import dev.gatehouse.json.Json;
import dev.gatehouse.provider.Model;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Ollama's own API, at {@code /api}. Lines of JSON have no room for a comment, so nothing can be
 * sent while an answer is long in coming.
 */
public final class OllamaDialect implements Dialect {

  /**
   * The version that clients are told: of the API that is spoken here, not of the gateway. Clients
   * compare it before they use tools, thinking or structured answers.
   */
  public static final String API_VERSION = "0.33.0";

  private final List<InferenceEndpoint> endpoints;
  private final ModelLists models;

  /**
   * @param offered every model on offer now
   * @param aliases the operator's own names
   * @param clock for the time at which models are said to be loaded; its time now is every model's
   *     age
   */
  public OllamaDialect(
      Supplier<List<Model>> offered, Map<String, String> aliases, InstantSource clock) {
    KnownModels known = new KnownModels(offered, aliases);
    this.models = new ModelLists(known, clock.instant());
    this.endpoints =
        List.of(
            new ApiChat(known, clock),
            new ApiGenerate(known, clock),
            new ApiEmbed(known),
            new ApiEmbeddings(known));
  }

  @Override
  public boolean speaks(RequestHead head) {
    return head.isUnder("/api") || head.path().equals("/");
  }

  @Override
  public List<InferenceEndpoint> endpoints() {
    return endpoints;
  }

  @Override
  public List<Lookup> lookups() {
    return List.of(
        new Lookup("GET", "/api/version", _ -> version()),
        new Lookup("GET", "/api/tags", _ -> models.tags()),
        new Lookup("GET", "/api/ps", _ -> models.loaded()),
        new Lookup("POST", "/api/show", question -> models.show(question.body())));
  }

  private static JsonNode version() {
    return Json.object().put("version", API_VERSION);
  }

  @Override
  public byte[] error(ApiError error, String requestId) {
    return Json.write(body(error));
  }

  private static ObjectNode body(ApiError error) {
    return Json.object().put("error", error.message());
  }

  @Override
  public byte[] errorInStream(ApiError error, String requestId) {
    return Lines.of(body(error));
  }

  @Override
  public byte[] heartbeat() {
    return new byte[0];
  }

  @Override
  public Optional<String> requestIdHeader() {
    return Optional.empty();
  }
}
