package dev.gatehouse.provider.langchain;

import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Bounds the calls in flight at one provider, first come first served. */
public final class CallSlots {
  private final String providerName;
  private final Semaphore slots;
  private final Duration longestWait;

  /**
   * @param count calls in flight at once, at least 1
   * @param longestWait for a slot
   */
  public CallSlots(String providerName, int count, Duration longestWait) {
    this.providerName = providerName;
    this.slots = new Semaphore(count, true);
    this.longestWait = longestWait;
  }

  /**
   * Makes a call once there is a slot for it.
   *
   * @throws ProviderException BUSY if none came free in time; BROKEN if the thread was interrupted
   */
  public void call(Runnable call) {
    acquire();
    try {
      call.run();
    } finally {
      slots.release();
    }
  }

  private void acquire() {
    try {
      if (!slots.tryAcquire(longestWait.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new ProviderException(
            Kind.BUSY, providerName + ": no call slot came free within " + longestWait);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProviderException(Kind.BROKEN, providerName + ": the call was aborted", e);
    }
  }
}
