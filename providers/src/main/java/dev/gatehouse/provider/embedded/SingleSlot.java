package dev.gatehouse.provider.embedded;

import java.util.concurrent.Semaphore;

/** Lets one request in at a time, in order of arrival, and a bounded number wait. */
final class SingleSlot {
  private final Semaphore slot = new Semaphore(1, true);
  private final Semaphore places;

  /**
   * @param mostWaiting requests that may wait beside the one that is served
   */
  SingleSlot(int mostWaiting) {
    this.places = new Semaphore(mostWaiting + 1);
  }

  /**
   * Waits for the slot; it is free again once the result is closed.
   *
   * @throws ApiException (503) at once, if too many wait
   * @throws InterruptedException if the client left meanwhile
   */
  Lease enter() throws InterruptedException {
    if (!places.tryAcquire()) {
      throw ApiException.overloaded();
    }
    try {
      slot.acquire();
    } catch (InterruptedException e) {
      places.release();
      throw e;
    }
    return () -> {
      slot.release();
      places.release();
    };
  }

  /** The right to use the slot. */
  @FunctionalInterface
  interface Lease extends AutoCloseable {
    @Override
    void close();
  }
}
