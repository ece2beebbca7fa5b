package dev.gatehouse.provider.embedded;

import java.net.URI;
import java.time.Duration;

/** Where the embedded engine is in its life. */
public sealed interface EngineState {

  /** For people to read: one sentence without a full stop. */
  String describe();

  /** Whether nothing will change any more unless somebody acts. */
  default boolean isFinal() {
    return switch (this) {
      case Idle _, Fetching _, Starting _, Ready _, Restarting _ -> false;
      case Failed _, Closed _ -> true;
    };
  }

  /** Not started. */
  record Idle() implements EngineState {
    @Override
    public String describe() {
      return "the embedded model has not been started";
    }
  }

  /** The weights are on their way. */
  record Fetching(Progress progress) implements EngineState {
    @Override
    public String describe() {
      return "the embedded model's weights are being fetched: "
          + progress.source()
          + ", "
          + progress.bytesDone()
          + " bytes so far";
    }
  }

  /** The child process is loading the weights. */
  record Starting() implements EngineState {
    @Override
    public String describe() {
      return "the embedded model is loading";
    }
  }

  /**
   * The child answers.
   *
   * @param endpoint its base URL, without a path; another after each restart
   */
  record Ready(URI endpoint) implements EngineState {
    @Override
    public String describe() {
      return "the embedded model is ready at " + endpoint;
    }
  }

  /**
   * The child died and will be started again.
   *
   * @param reason why it died, as far as is known
   * @param delay from its death to the next start
   */
  record Restarting(String reason, Duration delay) implements EngineState {
    @Override
    public String describe() {
      return "the embedded model is restarted in " + delay.toSeconds() + " s: " + reason;
    }
  }

  /**
   * There is no model, and there will be none.
   *
   * @param reason what was tried, why it failed, and what to do
   */
  record Failed(String reason) implements EngineState {
    @Override
    public String describe() {
      return reason;
    }
  }

  /** The engine was closed. */
  record Closed() implements EngineState {
    @Override
    public String describe() {
      return "the embedded model was stopped";
    }
  }
}
