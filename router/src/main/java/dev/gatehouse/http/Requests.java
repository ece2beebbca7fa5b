package dev.gatehouse.http;

import dev.gatehouse.config.KeyConfig;
import dev.gatehouse.config.PrivacyTreatment;
import dev.gatehouse.config.Quality;
import dev.gatehouse.config.ServerConfig;
import dev.gatehouse.dialect.ApiError;
import dev.gatehouse.dialect.ApiException;
import dev.gatehouse.pipeline.Inbound;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** Reads what http itself must know of a request: who, how large, and the gateway's own headers. */
final class Requests {
  private static final HeaderName PRIVACY = HeaderNames.create("x-gatehouse-privacy");
  private static final HeaderName QUALITY = HeaderNames.create("x-gatehouse-quality");
  private static final HeaderName MAX_COST = HeaderNames.create("x-gatehouse-max-cost");
  private static final HeaderName SESSION = HeaderNames.create("x-gatehouse-session");
  private static final String BEARER = "Bearer ";
  private static final HeaderName API_KEY = HeaderNames.create("x-api-key");

  private static final int LONGEST_SESSION = 200;

  private final Callers callers;
  private final long maxBodyBytes;
  private final boolean keylessModelChanges;
  private final Clock clock;

  Requests(Callers callers, ServerConfig config, Clock clock) {
    this.callers = callers;
    this.maxBodyBytes = config.maxBodyBytes();
    this.keylessModelChanges = config.ollamaAdmin();
    this.clock = clock;
  }

  /**
   * Reads a request whole.
   *
   * @param protocolHeaders names of the headers that the caller's protocol knows
   * @throws ApiException 401 for a wrong key, 413 for a body that is too large, 400 for a header
   *     that makes no sense
   */
  Inbound read(ServerRequest request, Set<String> protocolHeaders) {
    Optional<KeyConfig> key = authenticate(request);
    PrivacyTreatment asked = strictest(request.headers().values(PRIVACY));
    PrivacyTreatment ofKey = key.flatMap(KeyConfig::privacy).orElse(PrivacyTreatment.CLOUD_OK);
    return new Inbound(
        newRequestId(clock.millis()),
        clock.instant(),
        key.map(KeyConfig::name),
        key.flatMap(KeyConfig::tenant),
        asked.stricter(ofKey),
        header(request, QUALITY).map(Requests::quality),
        header(request, MAX_COST).map(Requests::maxCost),
        header(request, SESSION).map(Requests::session),
        present(request, protocolHeaders),
        body(request));
  }

  /**
   * Lets only those in who may call.
   *
   * @return the key's configuration; empty where none is needed
   * @throws ApiException 401 for a missing or wrong key, 403 for a web page of another site
   */
  Optional<KeyConfig> authenticate(ServerRequest request) {
    if (!callers.keysNeeded()) {
      refuseForeignOrigin(request);
      return Optional.empty();
    }
    List<String> presented = presented(request);
    if (presented.isEmpty()) {
      throw unauthorized(
          "a key of this gateway is needed: Authorization: Bearer KEY, or x-api-key");
    }
    List<KeyConfig> clients =
        presented.stream().map(callers::client).flatMap(Optional::stream).distinct().toList();
    if (clients.size() > 1) {
      throw unauthorized("two keys of this gateway were sent, with rules of their own; send one");
    }
    return Optional.of(
        clients.stream()
            .findFirst()
            .orElseThrow(() -> unauthorized("the key that was sent is none of this gateway's")));
  }

  /**
   * Lets only the operator in: by the admin key, or from this machine where there is none.
   *
   * @throws ApiException 401 or 403
   */
  void authenticateAdmin(ServerRequest request) {
    if (callers.hasAdminKey()) {
      if (presented(request).stream().noneMatch(callers::isAdmin)) {
        throw unauthorized("the admin key is needed: Authorization: Bearer KEY");
      }
      return;
    }
    refuseForeignOrigin(request);
    if (!isFromThisMachine(request)) {
      throw new ApiException(
          ApiError.of(
              403, "loopback_only", "without server.admin-key this answers only to this machine"));
    }
  }

  private static boolean isFromThisMachine(ServerRequest request) {
    return LoopbackNames.isLoopbackPeer(request.remotePeer().address())
        && LoopbackNames.isLoopbackHost(host(request));
  }

  /**
   * Lets only those change an Ollama's models to whom the operator gave it: {@code ollama-admin}
   * must be written, at the client's key, or where no keys are needed at the server, which then is
   * for programs on this machine alone.
   *
   * @throws ApiException 401 or 403
   */
  void authorizeModelChanges(ServerRequest request) {
    Optional<KeyConfig> key = authenticate(request);
    boolean allowed =
        callers.keysNeeded()
            ? key.filter(KeyConfig::ollamaAdmin).isPresent()
            : keylessModelChanges && isFromThisMachine(request);
    if (!allowed) {
      throw new ApiException(
          ApiError.of(
              403,
              "model_changes_not_allowed",
              "models are not changed through this gateway unless the operator allows it with ollama-admin: true"));
    }
  }

  private static ApiException unauthorized(String message) {
    return new ApiException(ApiError.of(401, "invalid_api_key", message));
  }

  /**
   * Without keys a browser must not be led by any web page to spend the operator's money or read
   * the ledger.
   */
  private static void refuseForeignOrigin(ServerRequest request) {
    if (header(request, HeaderNames.ORIGIN).filter(LoopbackNames::isForeignOrigin).isPresent()) {
      throw new ApiException(
          ApiError.of(
              403,
              "foreign_origin",
              "a web page of another site may not call a gateway without keys"));
    }
  }

  private static String host(ServerRequest request) {
    return header(request, HeaderNames.HOST).orElse("");
  }

  /** Every key of a request: some clients send one in each header. */
  private static List<String> presented(ServerRequest request) {
    Stream<String> bearers =
        request.headers().values(HeaderNames.AUTHORIZATION).stream()
            .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
            .map(value -> value.substring(BEARER.length()).strip());
    return Stream.concat(bearers, request.headers().values(API_KEY).stream()).toList();
  }

  /** Several headers of one name are one with several values (RFC 9110, 5.3). */
  private static Map<String, String> present(ServerRequest request, Set<String> names) {
    Map<String, String> present = new HashMap<>();
    for (String name : names) {
      List<String> values = request.headers().values(HeaderNames.create(name));
      if (!values.isEmpty()) {
        present.put(name, String.join(",", values));
      }
    }
    return present;
  }

  private static Optional<String> header(ServerRequest request, HeaderName name) {
    return request.headers().first(name);
  }

  /**
   * Of several headers, or several words in one, the strictest holds: whoever adds one can only
   * tighten.
   */
  private static PrivacyTreatment strictest(List<String> values) {
    PrivacyTreatment strictest = PrivacyTreatment.CLOUD_OK;
    for (String value : values) {
      for (String word : value.split(",", -1)) {
        strictest = strictest.stricter(privacy(word));
      }
    }
    return strictest;
  }

  private static PrivacyTreatment privacy(String word) {
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case "local" -> PrivacyTreatment.LOCAL_ONLY;
      case "redact" -> PrivacyTreatment.REDACT;
      case "cloud" -> PrivacyTreatment.CLOUD_OK;
      default -> throw badHeader(PRIVACY, "local, redact or cloud");
    };
  }

  private static Quality quality(String word) {
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case "economy" -> Quality.ECONOMY;
      case "balanced" -> Quality.BALANCED;
      case "best" -> Quality.BEST;
      default -> throw badHeader(QUALITY, "economy, balanced or best");
    };
  }

  private static BigDecimal maxCost(String number) {
    try {
      BigDecimal dollars = new BigDecimal(number.strip());
      if (dollars.signum() >= 0 && dollars.scale() <= 12 && dollars.precision() <= 20) {
        return dollars;
      }
    } catch (NumberFormatException e) {
      throw badHeader(MAX_COST, "US dollars, as in 0.002");
    }
    throw badHeader(MAX_COST, "US dollars, as in 0.002");
  }

  private static String session(String id) {
    if (id.isBlank() || id.length() > LONGEST_SESSION) {
      throw badHeader(SESSION, "1 to " + LONGEST_SESSION + " characters");
    }
    return id;
  }

  private static ApiException badHeader(HeaderName name, String expected) {
    return new ApiException(
        ApiError.invalid(
            "header " + name.lowerCase() + ": expected " + expected, Optional.empty()));
  }

  /**
   * Reads a body whole.
   *
   * @throws ApiException 413 if it is too large, 400 if its chunks make no sense
   */
  byte[] body(ServerRequest request) {
    if (request.headers().contentLength().orElse(0) > maxBodyBytes) {
      throw tooLarge();
    }
    if (!request.content().hasEntity()) {
      return new byte[0];
    }
    try (InputStream in = request.content().inputStream()) {
      byte[] body = in.readNBytes(Math.toIntExact(maxBodyBytes) + 1);
      if (body.length > maxBodyBytes) {
        throw tooLarge();
      }
      return body;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException
        | IllegalStateException e) { // Helidon's for chunks it cannot read
      throw new ApiException(
          ApiError.invalid("the body's chunks cannot be read", Optional.empty()));
    }
  }

  private ApiException tooLarge() {
    return new ApiException(
        ApiError.of(
            413,
            "request_too_large",
            "the body is larger than server.max-body, " + maxBodyBytes + " bytes"));
  }

  /** 32 hex digits that sort by time. */
  static String newRequestId(long millis) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return String.format(
        Locale.ROOT, "%012x%04x%016x", millis, random.nextInt(0x10000), random.nextLong());
  }
}
