package dev.gatehouse.pipeline;

import dev.gatehouse.classify.RequestClassifier;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Threads on which requests are scanned, so that a request can go on without a scan that does not
 * end. They are platform threads: a virtual one that computes for ever would keep its carrier, and
 * a few of those would stop the whole gateway. Safe for use by any thread.
 *
 * <p>A scan that is not over in time is interrupted and left to itself. While as many as {@link
 * #MOST_STUCK} of those still run, nothing is scanned at all.
 */
public final class ScanThreads implements AutoCloseable {

  /** Abandoned scans that may still run. */
  static final int MOST_STUCK = 4;

  /** Scans at once: they compute and do not wait, so more would only take turns. */
  private static final int SCANS_FOR_EACH_CORE = 2;

  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          Thread.ofPlatform().daemon().name("privacy-scan-", 1).factory());
  private final Semaphore slots =
      new Semaphore(
          MOST_STUCK + SCANS_FOR_EACH_CORE * Runtime.getRuntime().availableProcessors(), true);
  private final AtomicInteger stuck = new AtomicInteger();

  /**
   * What {@code work} gives.
   *
   * @param longest for the wait for a thread and the work together
   * @param unread makes what it comes to where there is no outcome, of the name of the reason
   */
  <T> T within(Duration longest, Callable<T> work, Function<String, T> unread) {
    long nanos = TimeUnit.NANOSECONDS.convert(longest);
    long end = System.nanoTime() + nanos;
    try {
      if (stuck.get() >= MOST_STUCK || !slots.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
        return unread.apply(RequestClassifier.SCAN_TIMEOUT);
      }
      Scan<T> scan = new Scan<>(work);
      start(scan);
      return scan.outcome(end);
    } catch (TimeoutException _) {
      return unread.apply(RequestClassifier.SCAN_TIMEOUT);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return unread.apply(RequestClassifier.SCAN_TIMEOUT);
    } catch (ExecutionException | RuntimeException | OutOfMemoryError _) {
      return unread.apply(RequestClassifier.SCANNER_FAILED); // it may carry the caller's text
    }
  }

  private void start(Scan<?> scan) {
    try {
      threads.execute(scan);
    } catch (RuntimeException | OutOfMemoryError e) { // no thread to be had, or closed
      slots.release();
      throw e;
    }
  }

  /** Interrupts what still runs, and waits for nothing. */
  @Override
  public void close() {
    threads.shutdownNow();
  }

  /** One piece of work, which frees its slot when its thread leaves it, in time or not. */
  private final class Scan<T> extends FutureTask<T> {
    private static final int RUNNING = 0;
    private static final int ENDED = 1;
    private static final int ABANDONED = 2;

    private final AtomicInteger state = new AtomicInteger(RUNNING);

    Scan(Callable<T> work) {
      super(work);
    }

    @Override
    public void run() {
      try {
        super.run();
      } finally {
        if (state.getAndSet(ENDED) == ABANDONED) {
          stuck.decrementAndGet();
        }
        slots.release();
      }
    }

    T outcome(long end) throws InterruptedException, ExecutionException, TimeoutException {
      try {
        return get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException | TimeoutException e) {
        abandon();
        throw e;
      }
    }

    private void abandon() {
      stuck.incrementAndGet();
      if (!state.compareAndSet(RUNNING, ABANDONED)) {
        stuck.decrementAndGet();
      }
      cancel(true);
    }
  }
}
