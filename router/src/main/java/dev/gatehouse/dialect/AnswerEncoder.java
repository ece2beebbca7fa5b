package dev.gatehouse.dialect;

import dev.gatehouse.inference.Event;

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
}
