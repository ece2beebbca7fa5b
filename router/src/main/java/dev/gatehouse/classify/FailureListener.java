package dev.gatehouse.classify;

/**
 * Told when a stop failed at a request, which is then judged as strictly as can be: nobody would
 * know otherwise.
 */
@FunctionalInterface
public interface FailureListener {

  /** Tells nobody. */
  FailureListener NONE = (_, _) -> {};

  /**
   * A stop failed.
   *
   * @param stop which, as one word
   * @param kind of what was thrown; its message may carry the caller's text, and goes nowhere
   */
  void failed(String stop, Class<? extends Throwable> kind);
}
