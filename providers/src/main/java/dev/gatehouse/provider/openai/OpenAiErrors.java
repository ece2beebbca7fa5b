package dev.gatehouse.provider.openai;

import dev.gatehouse.egress.UpstreamResponse;
import dev.gatehouse.inference.Event;
import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonException;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Answer;
import dev.gatehouse.provider.ProviderException.Kind;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Turns error answers of OpenAI's wire into {@link ProviderException}s. */
final class OpenAiErrors {
  private static final int MAX_ERROR_BYTES = 64 * 1024;

  private OpenAiErrors() {}

  /**
   * An answer whose status is not 2xx. Its body is kept only if it is JSON: an HTML page is
   * nobody's error message.
   */
  static ProviderException of(String providerName, UpstreamResponse response) {
    int status = response.status();
    String message = providerName + " answered " + status;
    return jsonBody(response)
        .map(body -> new Answer(status, "application/json", body, PassedHeaders.of(response)))
        .or(() -> Optional.of(new Answer(status, "", new byte[0], PassedHeaders.of(response))))
        .map(answer -> new ProviderException(kind(status), message, Optional.of(answer)))
        .orElseThrow();
  }

  /** An error event in a stream that began well. */
  static ProviderException inStream(String providerName, byte[] data, List<Event.Header> headers) {
    return new ProviderException(
        Kind.FAILED,
        providerName + " reported an error in its stream",
        Optional.of(new Answer(502, "application/json", data, headers)));
  }

  private static Optional<byte[]> jsonBody(UpstreamResponse response) {
    try {
      byte[] body = response.body().readNBytes(MAX_ERROR_BYTES);
      return Json.read(body).isObject() ? Optional.of(body) : Optional.empty();
    } catch (IOException | JsonException e) {
      return Optional.empty();
    }
  }

  private static Kind kind(int status) {
    return switch (status) {
      case 400, 413, 415, 422 -> Kind.REJECTED;
      case 408, 504 -> Kind.TIMEOUT;
      case 429, 503, 529 -> Kind.BUSY;
      default -> Kind.FAILED;
    };
  }
}
