package dev.gatehouse.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Another place that remembers how far the log was written, so that a log that is gone, or was put
 * back with its head to an earlier state, is noticed. It tells nothing of what whoever can write to
 * both places has done.
 */
public interface AuditWitness {

  /** Remembers nothing, and so notices nothing. */
  AuditWitness NONE =
      new AuditWitness() {
        @Override
        public void saw(Mark mark) {}

        @Override
        public Optional<Mark> last() {
          return Optional.empty();
        }
      };

  /**
   * An entry that the log had.
   *
   * @param sequence its number, from 1
   * @param hash its hash, as in the log
   * @param at when it was seen
   */
  record Mark(long sequence, String hash, Instant at) {}

  /**
   * Remembers an entry in the place of the one before. Processes and threads that write to one log
   * tell of their entries in any order: an earlier one in the place of a later one is as true, and
   * tells of less until the next.
   *
   * @throws AuditException if it cannot be remembered
   */
  void saw(Mark mark);

  /**
   * What it saw last; empty where it saw nothing yet.
   *
   * @throws AuditException if it cannot be read
   */
  Optional<Mark> last();
}
