package dev.gatehouse.provider.ollama;

import java.time.Duration;

/** Takes note of where the time of Ollama's answers went. Called on any thread. */
@FunctionalInterface
public interface OllamaTimings {

  /** Nobody wants to know. */
  OllamaTimings NONE = answer -> {};

  /** An answer has ended well. */
  void ended(Answer answer);

  /**
   * Where the time of one answer went.
   *
   * @param modelReference {@code provider/model}
   * @param queuedHere waiting for a turn in the gateway
   * @param queuedThere waiting in the server for its runner: the total less all that follows
   * @param load bringing the model into memory; about a millisecond where it was
   * @param promptEvaluation reading the prompt; next to nothing where it was cached
   * @param evaluation writing the answer
   */
  record Answer(
      String modelReference,
      Duration queuedHere,
      Duration queuedThere,
      Duration load,
      Duration promptEvaluation,
      Duration evaluation) {}
}
