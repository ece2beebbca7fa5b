package dev.gatehouse.http;

import dev.gatehouse.dialect.ApiError;
import dev.gatehouse.dialect.ApiException;
import io.helidon.webserver.http.ServerRequest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads query parameters. */
final class Queries {
  private static final int DEFAULT_LIMIT = 100;
  private static final int MAX_LIMIT = 10_000;

  private Queries() {}

  /** Every parameter with its first value. */
  static Map<String, String> first(ServerRequest request) {
    Map<String, String> all = new HashMap<>();
    request.query().names().forEach(name -> all.put(name, request.query().first(name).orElse("")));
    return all;
  }

  static int limit(ServerRequest request) {
    Optional<String> written = request.query().first("limit").asOptional();
    try {
      int limit = written.map(Integer::parseInt).orElse(DEFAULT_LIMIT);
      if (limit >= 1 && limit <= MAX_LIMIT) {
        return limit;
      }
    } catch (NumberFormatException e) {
      throw wrong("limit", "1 to " + MAX_LIMIT);
    }
    throw wrong("limit", "1 to " + MAX_LIMIT);
  }

  /**
   * An instant (ISO 8601), or seconds or milliseconds since 1970; the beginning of time where
   * absent.
   */
  static Instant since(ServerRequest request) {
    return request.query().first("since").asOptional().map(Queries::instant).orElse(Instant.EPOCH);
  }

  private static Instant instant(String text) {
    try {
      if (text.matches("\\d{1,14}")) {
        long number = Long.parseLong(text);
        return text.length() > 11 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
      }
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw wrong("since", "an instant, as in 2026-01-31T00:00:00Z, or seconds since 1970");
    }
  }

  private static ApiException wrong(String name, String expected) {
    return new ApiException(ApiError.invalid(name + ": expected " + expected, Optional.of(name)));
  }
}
