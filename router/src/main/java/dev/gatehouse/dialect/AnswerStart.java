package dev.gatehouse.dialect;

import java.time.Instant;

/**
 * What an encoder must know before the first event.
 *
 * @param requestId becomes part of the answer's id
 * @param model the answering model's name, for answers whose upstream does not say
 * @param inputTokens the prompt's estimated length, for what must be told before the upstream
 *     counts
 */
public record AnswerStart(String requestId, Instant createdAt, String model, long inputTokens) {

  /** For protocols that tell nothing of the prompt before the answer. */
  public AnswerStart(String requestId, Instant createdAt, String model) {
    this(requestId, createdAt, model, 0);
  }
}
