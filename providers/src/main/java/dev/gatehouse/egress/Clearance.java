package dev.gatehouse.egress;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Leave to send exactly these bytes to exactly this destination, once. Made by {@link PrivacyGate}
 * alone, redeemed by {@link Egress} alone.
 */
public final class Clearance {

  /** What the thread is sending now; the door's address check reads it while it connects. */
  static final ScopedValue<Clearance> CURRENT = ScopedValue.newInstance();

  private final String requestId;
  private final Destination destination;
  private final byte[] payload;
  private final AtomicBoolean redeemed = new AtomicBoolean();

  Clearance(String requestId, Destination destination, byte[] payload) {
    this.requestId = requestId;
    this.destination = destination;
    this.payload = payload;
  }

  String requestId() {
    return requestId;
  }

  Destination destination() {
    return destination;
  }

  /**
   * The bytes that were cleared; a second call fails.
   *
   * @throws NotClearedException if the clearance was used before
   */
  byte[] redeem() {
    if (!redeemed.compareAndSet(false, true)) {
      throw new NotClearedException(requestId + ": a clearance is good for one call");
    }
    return payload;
  }
}
