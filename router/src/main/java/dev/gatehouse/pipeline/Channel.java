package dev.gatehouse.pipeline;

import dev.gatehouse.inference.Event;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The way back to one client. For the request's thread only. */
public interface Channel {

  /** Sends a whole answer: status, headers and body. */
  void send(int status, String contentType, List<Event.Header> headers, byte[] body);

  /** Begins an answer that comes piece by piece. */
  void begin(int status, String contentType, List<Event.Header> headers);

  /**
   * Sends a piece at once; blocks while the client is slow.
   *
   * @throws ClientGoneException if the client has left
   */
  void write(byte[] piece);

  /** Ends an answer that was begun. */
  void end();

  /**
   * Runs something that waits for an upstream, and interrupts it as soon as the client leaves or
   * the request takes too long.
   *
   * @throws ClientGoneException if the client left meanwhile
   * @throws RequestTimeoutException if it took longer than a request may
   */
  void whileClientWaits(Runnable work);

  /**
   * The same for work that gives something: its result.
   *
   * @throws ClientGoneException as above
   * @throws RequestTimeoutException as above
   */
  default <T> T whileClientWaits(Supplier<T> work) {
    AtomicReference<T> result = new AtomicReference<>();
    whileClientWaits(() -> result.set(work.get()));
    return Objects.requireNonNull(result.get());
  }
}
