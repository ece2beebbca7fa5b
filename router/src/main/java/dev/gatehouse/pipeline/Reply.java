package dev.gatehouse.pipeline;

import dev.gatehouse.dialect.ApiError;
import dev.gatehouse.dialect.Dialect;
import dev.gatehouse.inference.Event;
import java.util.List;

/**
 * The way back to one client, and the words it understands.
 *
 * @param requestId as in the response header
 */
public record Reply(Channel channel, Dialect dialect, String requestId) {

  /** Answers with an error instead of an answer. */
  void fail(ApiError error, List<Event.Header> headers) {
    channel.send(error.status(), "application/json", headers, dialect.error(error, requestId));
  }

  /** An error as it stands in a stream that was begun. */
  byte[] errorInStream(ApiError error) {
    return dialect.errorInStream(error, requestId);
  }

  /** Ends an answer that was begun. */
  void endWith(byte[] last) {
    channel.write(last);
    channel.end();
  }
}
