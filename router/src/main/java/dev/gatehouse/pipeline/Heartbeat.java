package dev.gatehouse.pipeline;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a stream alive that is long in coming, while a model loads, say: proxies and clients cut
 * connections on which nothing moves. Stops with the first bytes of the answer.
 */
final class Heartbeat implements AutoCloseable {
  private final AnswerDelivery delivery;
  private final byte[] beat;
  private final Duration interval;
  private final CountDownLatch stopped = new CountDownLatch(1);

  private @Nullable Thread thread;

  private Heartbeat(AnswerDelivery delivery, byte[] beat, Duration interval) {
    this.delivery = delivery;
    this.beat = beat;
    this.interval = interval;
  }

  /**
   * Starts beating.
   *
   * @param beat what to send; nothing beats where it is empty
   * @param interval between two beats
   */
  static Heartbeat start(AnswerDelivery delivery, byte[] beat, Duration interval) {
    Heartbeat heartbeat = new Heartbeat(delivery, beat, interval);
    if (beat.length > 0) {
      heartbeat.thread = Thread.ofVirtual().name("heartbeat").start(heartbeat::run);
    }
    return heartbeat;
  }

  private void run() {
    try {
      while (!stopped.await(interval.toNanos(), TimeUnit.NANOSECONDS) && !delivery.released()) {
        delivery.heartbeat(beat);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ClientGoneException e) {
      return; // the request's own thread is told by the watch
    }
  }

  /** After this nothing is sent any more. */
  @Override
  public void close() {
    stopped.countDown();
    if (thread != null) {
      joinUninterruptibly(thread);
    }
  }

  /** It is awake at once, or at the end of a write that the client is slow to take. */
  private static void joinUninterruptibly(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
