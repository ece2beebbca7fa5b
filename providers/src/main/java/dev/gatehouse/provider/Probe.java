package dev.gatehouse.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.egress.Upstream;
import dev.gatehouse.egress.UpstreamResponse;
import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonException;
import dev.gatehouse.provider.ProviderException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/** Asks an upstream about itself: which models it has, say. Safe for use by any thread. */
public final class Probe {
  private static final int MAX_ANSWER_BYTES = 16 * 1024 * 1024;

  private final String providerName;
  private final Upstream upstream;

  /** Asks {@code upstream}, in the name of the provider. */
  public Probe(String providerName, Upstream upstream) {
    this.providerName = providerName;
    this.upstream = upstream;
  }

  /**
   * What {@code GET path} answers.
   *
   * @throws ProviderException if there is no answer, its status is not 200, or it is not JSON
   */
  public JsonNode get(String path) {
    return read(() -> upstream.probe(path));
  }

  /**
   * What {@code POST path} answers; errors as {@link #get}.
   *
   * @param question the gateway's own words
   */
  public JsonNode post(String path, JsonNode question) {
    return read(() -> upstream.probe(path, Json.write(question)));
  }

  private JsonNode read(Supplier<UpstreamResponse> asked) {
    try (UpstreamResponse response = asked.get()) {
      if (response.status() != 200) {
        throw UpstreamErrors.answered(providerName, response);
      }
      return Json.read(response.body().readNBytes(MAX_ANSWER_BYTES));
    } catch (IOException | UncheckedIOException e) {
      throw UpstreamErrors.noAnswer(providerName, e);
    } catch (JsonException e) {
      throw new ProviderException(Kind.BROKEN, providerName + " does not answer in JSON", e);
    }
  }
}
