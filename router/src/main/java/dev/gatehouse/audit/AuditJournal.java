package dev.gatehouse.audit;

import dev.gatehouse.config.Locality;
import dev.gatehouse.egress.Destination;
import dev.gatehouse.egress.GateJournal;
import dev.gatehouse.egress.Passage;
import java.time.InstantSource;
import java.util.Optional;

/** Writes down what passes the gate, before it does. Safe for use by any thread. */
public final class AuditJournal implements GateJournal {
  private final AuditLog log;
  private final Optional<SentPayloads> payloads;
  private final InstantSource clock;

  private AuditJournal(AuditLog log, Optional<SentPayloads> payloads, InstantSource clock) {
    this.log = log;
    this.payloads = payloads;
    this.clock = clock;
  }

  /** Writes to the log alone. */
  public static AuditJournal of(AuditLog log, InstantSource clock) {
    return new AuditJournal(log, Optional.empty(), clock);
  }

  /** Keeps what leaves for cloud providers as well. */
  public AuditJournal keeping(SentPayloads kept) {
    return new AuditJournal(log, Optional.of(kept), clock);
  }

  @Override
  public void sending(Passage passage, Destination destination, byte[] payload) {
    if (destination.locality() == Locality.CLOUD) {
      payloads.ifPresent(
          kept ->
              kept.keep(
                  passage.requestId(),
                  new SentPayloads.Sent(clock.instant(), destination.name(), payload)));
    }
    log.append(
        new AuditEntry.Sent(
            clock.instant(),
            passage.requestId(),
            destination.name(),
            destination.locality(),
            passage.treatment(),
            payload.length,
            log.digests().of(payload)));
  }

  @Override
  public void forbidden(Passage passage, Destination destination) {
    log.append(
        new AuditEntry.Forbidden(
            clock.instant(), passage.requestId(), destination.name(), destination.locality()));
  }
}
