package dev.gatehouse.conformance;

import java.util.List;

/** What a scripted upstream does. */
sealed interface Behaviour {

  /** Why an answer ended. */
  enum Finish {
    /** It was whole. */
    STOP,
    /** A stop sequence came. */
    STOP_SEQUENCE,
    /** The limit of tokens was reached. */
    LENGTH,
    /** The model waits for its tools. */
    TOOL_CALLS
  }

  /**
   * Answers.
   *
   * @param thinking what the model thinks first; empty for nothing
   * @param pieces the text, in the pieces in which it is streamed
   */
  record Answer(String thinking, List<String> pieces, List<Ask.Call> calls, Finish finish)
      implements Behaviour {
    public Answer {
      pieces = List.copyOf(pieces);
      calls = List.copyOf(calls);
    }

    String text() {
      return String.join("", pieces);
    }
  }

  /** Refuses with an HTTP status. */
  record Failure(int status) implements Behaviour {}

  /** Breaks the connection in the middle of an answer. */
  record Cut(Answer answer) implements Behaviour {}
}
