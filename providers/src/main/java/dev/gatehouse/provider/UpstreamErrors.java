package dev.gatehouse.provider;

import dev.gatehouse.egress.UpstreamResponse;
import dev.gatehouse.inference.Event;
import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonException;
import dev.gatehouse.provider.ProviderException.Answer;
import dev.gatehouse.provider.ProviderException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Turns error answers, silence and broken connections into {@link ProviderException}s. */
public final class UpstreamErrors {
  private static final int MAX_ERROR_BYTES = 64 * 1024;

  private UpstreamErrors() {}

  /**
   * An answer whose status is not 2xx, with status and headers; its body is kept only if it is
   * JSON: an HTML page is nobody's error message.
   */
  public static ProviderException answered(String providerName, UpstreamResponse response) {
    int status = response.status();
    byte[] body = jsonBody(response);
    String contentType = body.length == 0 ? "" : "application/json";
    return new ProviderException(
        kind(status),
        providerName + " answered " + status,
        Optional.of(new Answer(status, contentType, body, passedHeaders(response))));
  }

  private static byte[] jsonBody(UpstreamResponse response) {
    try {
      byte[] body = response.body().readNBytes(MAX_ERROR_BYTES);
      return Json.read(body).isObject() ? body : new byte[0];
    } catch (IOException | UncheckedIOException | JsonException e) {
      return new byte[0];
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

  /** The headers that mean something to the client: when to retry, ids to ask about, limits. */
  public static List<Event.Header> passedHeaders(UpstreamResponse response) {
    return response.headers().stream()
        .filter(header -> passes(header.name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  private static boolean passes(String name) {
    return name.equals("retry-after")
        || name.equals("retry-after-ms")
        || name.equals("x-should-retry")
        || name.equals("request-id")
        || name.equals("x-request-id")
        || name.startsWith("x-ratelimit-")
        || name.startsWith("anthropic-ratelimit-")
        || name.startsWith("openai-");
  }

  /** An error that the upstream reports in the middle of an answer that began well. */
  public static ProviderException inAnswer(String providerName) {
    return new ProviderException(Kind.FAILED, providerName + " reported an error in its answer");
  }

  /** No answer began. */
  public static ProviderException noAnswer(String providerName, Throwable cause) {
    if (timedOut(cause)) {
      return new ProviderException(Kind.TIMEOUT, providerName + " did not answer in time", cause);
    }
    return new ProviderException(Kind.UNREACHABLE, providerName + " does not answer", cause);
  }

  /** The answer began and broke off. */
  public static ProviderException broken(String providerName, Throwable cause) {
    if (Thread.currentThread().isInterrupted()) {
      return new ProviderException(Kind.BROKEN, providerName + ": the call was aborted", cause);
    }
    if (timedOut(cause)) {
      return new ProviderException(Kind.TIMEOUT, providerName + " fell silent", cause);
    }
    return new ProviderException(
        Kind.BROKEN, providerName + ": the connection broke in mid-answer", cause);
  }

  private static boolean timedOut(Throwable failure) {
    return failure instanceof SocketTimeoutException
        || (failure.getCause() != null && timedOut(failure.getCause()));
  }
}
