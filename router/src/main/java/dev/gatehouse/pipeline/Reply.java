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

  /** Answers with JSON that no model gave. */
  void answer(byte[] json, List<Event.Header> headers) {
    channel.send(200, "application/json", headers, json);
  }

  /** Answers with an error instead of an answer. */
  void fail(ApiError error, List<Event.Header> headers) {
    List<Event.Header> all = new ArrayList<>(headers);
    dialect
        .requestIdHeader()
        .filter(name -> headers.stream().noneMatch(each -> each.name().equalsIgnoreCase(name)))
        .ifPresent(name -> all.add(new Event.Header(name, Dialect.vendorsId(requestId))));
    channel.send(error.status(), "application/json", all, dialect.error(error, requestId));
  }

  /** An error as it stands in a stream that was begun. */
  byte[] errorInStream(ApiError error) {
    return dialect.errorInStream(error, requestId);
  }
}
