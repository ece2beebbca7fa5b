package dev.gatehouse.pipeline;

import dev.gatehouse.dialect.ApiError;
import dev.gatehouse.dialect.Dialect;
import dev.gatehouse.inference.Event;
import java.util.ArrayList;
import java.util.List;

/**
 * The way back to one client, and the words it understands.
 *
 * @param requestId as in the response header
 */
public record Reply(Channel channel, Dialect dialect, String requestId) {

  /**
   * Answers with an error instead of an answer.
   *
   * @param headers an upstream's id for the request among them stands for our own
   */
  void fail(ApiError error, List<Event.Header> headers) {
    List<Event.Header> all = new ArrayList<>(headers);
    dialect
        .requestIdHeader()
        .filter(name -> headers.stream().noneMatch(each -> each.name().equalsIgnoreCase(name)))
        .ifPresent(name -> all.add(new Event.Header(name, "req_" + requestId)));
    channel.send(error.status(), "application/json", all, dialect.error(error, requestId));
  }
}
