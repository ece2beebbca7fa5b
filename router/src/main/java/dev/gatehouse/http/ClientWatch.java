package dev.gatehouse.http;

import dev.gatehouse.pipeline.ClientGoneException;
import dev.gatehouse.pipeline.RequestTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Notices that a client has left while its request waits for an upstream, and interrupts the
 * request's thread, which closes the upstream connection that it reads from. Looks at every waiting
 * request five times a second.
 */
final class ClientWatch implements AutoCloseable {
  private static final Duration INTERVAL = Duration.ofMillis(200);

  private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Duration longest;

  /**
   * @param longest a request may take
   */
  ClientWatch(Duration longest) {
    this.longest = longest;
    Thread.ofVirtual().name("client-watch").start(this::look);
  }

  private void look() {
    try {
      while (!closed.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
        long now = System.nanoTime();
        waiting.forEach(each -> each.look(now));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Runs something while the client is watched.
   *
   * @throws ClientGoneException if the client left
   * @throws RequestTimeoutException if it took too long
   */
  void whileWatched(ClientInput input, Runnable work) {
    Waiting request =
        new Waiting(input, Thread.currentThread(), System.nanoTime(), longest.toNanos());
    waiting.add(request);
    try {
      work.run();
    } catch (RuntimeException e) {
      throw request.done().translate(e);
    } finally {
      waiting.remove(request);
      request.done();
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }

  /** One request that waits. */
  private static final class Waiting {
    private final ClientInput input;
    private final Thread thread;
    private final long since;
    private final long longestNanos;
    private Ending ending = Ending.NONE;

    Waiting(ClientInput input, Thread thread, long since, long longestNanos) {
      this.input = input;
      this.thread = thread;
      this.since = since;
      this.longestNanos = longestNanos;
    }

    synchronized void look(long now) {
      if (ending != Ending.NONE || now - since < INTERVAL.toNanos()) {
        return;
      }
      input.readAhead();
      if (input.ended()) {
        end(Ending.CLIENT_GONE);
      } else if (now - since > longestNanos) {
        end(Ending.TIMED_OUT);
      }
    }

    private void end(Ending how) {
      ending = how;
      thread.interrupt();
    }

    /** Nothing interrupts the thread any more, and an interruption that came is taken back. */
    synchronized Ending done() {
      if (ending == Ending.NONE) {
        ending = Ending.DONE;
      } else if (ending != Ending.DONE) {
        Thread.interrupted();
      }
      return ending;
    }
  }

  private enum Ending {
    NONE,
    DONE,
    CLIENT_GONE,
    TIMED_OUT;

    RuntimeException translate(RuntimeException failure) {
      return switch (this) {
        case NONE, DONE -> failure;
        case CLIENT_GONE -> new ClientGoneException(failure);
        case TIMED_OUT -> new RequestTimeoutException(failure);
      };
    }
  }
}
