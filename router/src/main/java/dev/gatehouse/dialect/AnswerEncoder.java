package dev.gatehouse.dialect;

import dev.gatehouse.inference.Event;
import java.util.Optional;

/**
 * Turns the events of one answer into the bytes that the client expects. Stateful; for one thread.
 */
public interface AnswerEncoder {

  /** The content type of what {@link #encode} gives. */
  String contentType();

  /**
   * Takes the next event.
   *
   * @return what may go out now; empty where nothing is due
   */
  byte[] encode(Event event);

  /**
   * Keeps what the protocol promises to remember of the answer. Called once, when the last event is
   * encoded and before its bytes go out; returns when it is durable.
   *
   * @param privacy of the request that is answered
   * @throws AnswerNotKeptException if it cannot be made durable
   */
  default void keep(InheritedPrivacy privacy) {}

  /**
   * The end of a stream that was begun and failed, where the protocol makes it depend on what came
   * before; empty where {@link Dialect#errorInStream} says all.
   */
  default Optional<byte[]> failure(ApiError error) {
    return Optional.empty();
  }
}
