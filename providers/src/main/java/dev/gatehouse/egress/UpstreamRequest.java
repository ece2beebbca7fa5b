package dev.gatehouse.egress;

import dev.gatehouse.inference.Event;
import java.time.Duration;
import java.util.List;

/**
 * Everything of an upstream call but its body, which comes with the {@link Clearance}.
 *
 * @param method GET or POST or DELETE
 * @param path appended to the destination's base URL; begins with a slash
 * @param headers sent as they are
 * @param patience longest wait for the head of the answer
 * @param silenceTimeout longest wait for any byte after it
 */
record UpstreamRequest(
    String method,
    String path,
    List<Event.Header> headers,
    Duration patience,
    Duration silenceTimeout) {

  UpstreamRequest {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("a path begins with a slash, or it could name a host");
    }
    headers = List.copyOf(headers);
  }
}
