package dev.gatehouse.provider.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.egress.Upstream;
import dev.gatehouse.egress.UpstreamResponse;
import dev.gatehouse.json.Json;
import dev.gatehouse.provider.CloudNames;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.UpstreamErrors;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;

/**
 * What changes a server's models, handed on as it is. Needs a current {@link
 * dev.gatehouse.egress.Passage}; who may ask is for the caller to see to. Whatever makes the server
 * itself speak to the internet is sent as CLOUD, so that the gate refuses it where nothing may
 * leave. Safe for use by any thread.
 */
public final class OllamaAdministration {
  private static final int READ_BYTES = 8 * 1024;

  /** Longest wait for the head of an answer: one that is not streamed comes when all is done. */
  private static final Duration PATIENCE = Duration.ofHours(1);

  private final Upstream atHome;
  private final Upstream inCloud;
  private final OllamaProvider provider;

  OllamaAdministration(Upstream atHome, Upstream inCloud, OllamaProvider provider) {
    this.atHome = atHome;
    this.inCloud = inCloud;
    this.provider = provider;
  }

  /** What may be asked. */
  public enum Operation {
    /** Fetches a model from a registry. */
    PULL("POST", "/api/pull"),
    /** Sends a model to a registry. */
    PUSH("POST", "/api/push"),
    /** Makes a model of another, or of files that the server has. */
    CREATE("POST", "/api/create"),
    /** Gives a model another name. */
    COPY("POST", "/api/copy"),
    /** Removes a model. */
    DELETE("DELETE", "/api/delete"),
    /** Brings a model into memory, or out of it with {@code keep_alive: 0}; no prompt is sent. */
    LOAD("POST", "/api/generate");

    private final String method;
    private final String path;

    Operation(String method, String path) {
      this.method = method;
      this.path = path;
    }
  }

  /** Takes an answer, on the thread that asked. */
  public interface Reply {

    /**
     * The answer begins.
     *
     * @param status HTTP status, errors included
     * @param contentType empty text where the answer has no body
     */
    void begin(int status, String contentType);

    /** The next bytes of its body, as they came; not to be kept. */
    void write(byte[] bytes);
  }

  /**
   * Asks, and hands the answer on as it comes.
   *
   * @param json the caller's own
   * @throws ProviderException if the server cannot be reached, or its answer breaks off
   * @throws dev.gatehouse.egress.NotClearedException if the gate forbids it
   */
  public void ask(Operation operation, byte[] json, Reply reply) {
    JsonNode body = Json.read(json);
    Upstream upstream = leaves(operation, body) ? inCloud : atHome;
    try (UpstreamResponse response = open(upstream, operation, sent(operation, body, json))) {
      reply.begin(response.status(), response.header("content-type").orElse(""));
      copy(response.body(), reply);
    } catch (IOException | UncheckedIOException e) {
      throw UpstreamErrors.broken(provider.name(), e);
    }
    provider.discoverIfPossible();
  }

  private byte[] sent(Operation operation, JsonNode body, byte[] json) {
    return switch (operation) {
      case PULL, PUSH, CREATE, COPY, DELETE -> json;
      case LOAD -> Json.write(load(body));
    };
  }

  private UpstreamResponse open(Upstream upstream, Operation operation, byte[] json) {
    try {
      return upstream.send(operation.method, operation.path, json, PATIENCE);
    } catch (UncheckedIOException e) {
      throw UpstreamErrors.noAnswer(provider.name(), e);
    }
  }

  private static void copy(InputStream body, Reply reply) throws IOException {
    byte[] read = new byte[READ_BYTES];
    for (int count = body.read(read); count >= 0; count = body.read(read)) {
      reply.write(Arrays.copyOf(read, count));
    }
  }

  /** Whether the server would speak to the internet. */
  private boolean leaves(Operation operation, JsonNode body) {
    return switch (operation) {
      case PULL, PUSH -> true;
      case CREATE -> createsFromAfar(body);
      case LOAD -> !provider.runsAtHome(name(body));
      case COPY, DELETE -> false;
    };
  }

  /** A {@code from} that the server does not have is fetched; a remote one is only forwarded. */
  private boolean createsFromAfar(JsonNode body) {
    String from = body.path("from").asText("");
    return body.hasNonNull("remote_host")
        || CloudNames.isCloud(name(body))
        || (!from.isEmpty() && !provider.runsAtHome(from));
  }

  /** Older clients write {@code name}. */
  private static String name(JsonNode body) {
    return body.path("model").asText(body.path("name").asText(""));
  }

  /** With the context length that later calls ask for, or they would load the model again. */
  private ObjectNode load(JsonNode body) {
    ObjectNode load = Json.object().put("model", name(body)).put("stream", false);
    if (body.has("keep_alive")) {
      load.set("keep_alive", body.path("keep_alive"));
    }
    provider
        .contextOf(name(body))
        .ifPresent(tokens -> load.putObject("options").put("num_ctx", tokens));
    return load;
  }
}
