package dev.gatehouse.provider.openai;

import dev.gatehouse.egress.UpstreamResponse;
import dev.gatehouse.inference.Event;
import java.util.List;
import java.util.Locale;

/** Which of an upstream's headers mean something to the client. */
final class PassedHeaders {
  private PassedHeaders() {}

  static List<Event.Header> of(UpstreamResponse response) {
    return response.headers().stream()
        .filter(header -> passes(header.name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  private static boolean passes(String name) {
    return name.equals("retry-after")
        || name.equals("retry-after-ms")
        || name.equals("x-request-id")
        || name.equals("x-should-retry")
        || name.startsWith("x-ratelimit-")
        || name.startsWith("openai-");
  }
}
