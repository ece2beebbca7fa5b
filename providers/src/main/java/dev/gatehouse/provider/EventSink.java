package dev.gatehouse.provider;

import dev.gatehouse.inference.Event;

/** Takes the events of one answer, in order, on the thread that made the call. */
@FunctionalInterface
public interface EventSink {

  /**
   * Takes one event; may block while the client is slow, which holds back the upstream.
   *
   * @throws RuntimeException if the client is gone; the provider then aborts the upstream and lets
   *     it through
   */
  void accept(Event event);
}
