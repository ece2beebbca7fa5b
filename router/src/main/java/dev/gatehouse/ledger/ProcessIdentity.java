package dev.gatehouse.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One run of one process of this machine, so that a request whose process died is told from one
 * that is still running in another gateway on the same file.
 *
 * @param pid the operating system's number, used again after the process is gone
 * @param startedAt tells runs with the same number apart; empty where the system does not say
 */
record ProcessIdentity(long pid, Optional<Instant> startedAt) {

  /**
   * Linux derives start times from a boot time that moves with clock corrections, so that two
   * observers of one process may differ a little.
   */
  private static final Duration CLOCK_CORRECTION = Duration.ofSeconds(5);

  /** The running process. */
  static ProcessIdentity current() {
    ProcessHandle handle = ProcessHandle.current();
    return new ProcessIdentity(handle.pid(), handle.info().startInstant());
  }

  /** Reads what {@link #text()} wrote. */
  static ProcessIdentity parse(String text) {
    int at = text.indexOf('@');
    long pid = Long.parseLong(text.substring(0, at));
    String start = text.substring(at + 1);
    return new ProcessIdentity(
        pid, start.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(start)));
  }

  /** {@code pid@start}, as kept in the ledger. */
  String text() {
    return pid + "@" + startedAt.map(Instant::toString).orElse("");
  }

  /**
   * Whether the process still runs; where that cannot be known for certain, it counts as running.
   */
  boolean isAlive() {
    ProcessIdentity self = current();
    return pid == self.pid
        ? startedAt.equals(self.startedAt)
        : ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isRun).isPresent();
  }

  private boolean isRun(ProcessHandle handle) {
    Optional<Instant> start = handle.info().startInstant();
    return start.isEmpty()
        || startedAt.isEmpty()
        || Duration.between(start.get(), startedAt.get()).abs().compareTo(CLOCK_CORRECTION) <= 0;
  }
}
