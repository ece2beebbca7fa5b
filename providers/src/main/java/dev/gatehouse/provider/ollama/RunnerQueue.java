package dev.gatehouse.provider.ollama;

import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;

/**
 * The calls to one model file, first come, first served: a few at once, a bounded number waiting.
 * The server's own queue only bounds those that wait for a load.
 *
 * <p>It also keeps the context length from going back and forth: a call that needs another one than
 * the calls in flight waits until they are done, and those behind it wait with it.
 */
final class RunnerQueue {
  private final String name;
  private final int atOnce;
  private final int mostWaiting;
  private final Deque<Object> waiting = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int inFlight;
  private int contextTokens;

  /**
   * @param name for messages
   * @param atOnce calls in flight, at least 1
   * @param mostWaiting calls that may wait for one of them to end; 0 means none
   */
  RunnerQueue(String name, int atOnce, int mostWaiting) {
    this.name = name;
    this.atOnce = atOnce;
    this.mostWaiting = mostWaiting;
  }

  /**
   * Waits for a turn.
   *
   * @param context chooses the context length, again whenever it may have grown; not called once
   *     the turn is given
   * @throws ProviderException BUSY if too many wait already, nothing came free in time, or the
   *     thread is interrupted
   */
  Turn enter(IntSupplier context, Duration longestWait) {
    Object ticket = new Object();
    long start = System.nanoTime();
    lock.lock();
    try {
      if (waiting.size() >= mostWaiting && !(waiting.isEmpty() && admits(context.getAsInt()))) {
        throw new ProviderException(Kind.BUSY, name + ": too many calls are waiting already");
      }
      waiting.addLast(ticket);
      return await(ticket, context, start, longestWait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProviderException(Kind.BUSY, name + ": the wait for a turn was given up", e);
    } finally {
      waiting.remove(ticket);
      changed.signalAll();
      lock.unlock();
    }
  }

  private Turn await(Object ticket, IntSupplier context, long start, Duration longestWait)
      throws InterruptedException {
    long left = longestWait.toNanos();
    int tokens = context.getAsInt();
    while (waiting.getFirst() != ticket || !admits(tokens)) {
      if (left <= 0) {
        throw new ProviderException(Kind.BUSY, name + " has too many requests in flight");
      }
      left = changed.awaitNanos(left);
      tokens = context.getAsInt();
    }
    contextTokens = tokens;
    int ahead = inFlight++;
    return new Turn(tokens, ahead, Duration.ofNanos(System.nanoTime() - start));
  }

  private boolean admits(int tokens) {
    return inFlight == 0 || (inFlight < atOnce && tokens == contextTokens);
  }

  private void leave() {
    lock.lock();
    try {
      inFlight--;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Leave to make one call; to be closed when it has ended. */
  final class Turn implements AutoCloseable {
    private final int contextTokens;
    private final int ahead;
    private final Duration waited;

    private Turn(int contextTokens, int ahead, Duration waited) {
      this.contextTokens = contextTokens;
      this.ahead = ahead;
      this.waited = waited;
    }

    /** The context length to ask for. */
    int contextTokens() {
      return contextTokens;
    }

    /** How many other calls were in flight; a server without free slots answers them first. */
    int ahead() {
      return ahead;
    }

    /** How long the call had to wait here. */
    Duration waited() {
      return waited;
    }

    @Override
    public void close() {
      leave();
    }
  }
}
