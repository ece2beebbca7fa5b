package dev.gatehouse.conformance.sdk;

import dev.gatehouse.conformance.Ask;
import java.util.List;
import java.util.OptionalInt;

/** A client as applications use it, pointed at the gateway. */
interface Client extends AutoCloseable {

  /**
   * Asks.
   *
   * @param model the model's name, as the gateway knows it
   * @throws Refused if the answer is an error
   * @throws RuntimeException any other of the client's own, if the answer breaks off
   */
  Reply ask(String model, Ask ask);

  /** Whether this client can put the question at all. */
  boolean can(Scenario scenario);

  /** Whether the client tells after how long to try again. */
  default boolean tellsRetryAfter() {
    return true;
  }

  @Override
  void close();

  /** Why an answer ended, as the client tells. */
  enum Ending {
    STOP,
    LENGTH,
    TOOL_CALLS
  }

  /**
   * An answer as the client understood it.
   *
   * @param pieces how many pieces the text came in; 1 if not streamed
   * @param inputTokens cached ones among them
   */
  record Reply(
      String id,
      String model,
      String text,
      List<Ask.Call> calls,
      Ending ending,
      int pieces,
      long inputTokens,
      long outputTokens) {
    public Reply {
      calls = List.copyOf(calls);
    }
  }

  /** The gateway answered with an error. */
  final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient OptionalInt retryAfter;

    /**
     * @param status the HTTP status
     * @param retryAfter in seconds, where the client tells
     */
    Refused(int status, OptionalInt retryAfter, Throwable cause) {
      super("status " + status, cause);
      this.status = status;
      this.retryAfter = retryAfter;
    }

    int status() {
      return status;
    }

    OptionalInt retryAfter() {
      return retryAfter;
    }
  }
}
