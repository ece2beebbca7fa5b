package dev.gatehouse.ledger;

/** Waits to the end in spite of interrupts, and hands the interrupt on afterwards. */
final class Uninterruptibly {
  private Uninterruptibly() {}

  static void run(Wait wait) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          wait.toTheEnd();
          return;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Something that may be waited for again after an interrupt. */
  @FunctionalInterface
  interface Wait {
    void toTheEnd() throws InterruptedException;
  }
}
