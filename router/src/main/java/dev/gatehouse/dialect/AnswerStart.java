package dev.gatehouse.dialect;

import java.time.Instant;
import java.time.InstantSource;

/**
 * What an encoder must know before the first event.
 *
 * @param requestId becomes part of the answer's id
 * @param createdAt when the request came in
 * @param model the answering model's name, for answers whose upstream does not say
 * @param inputTokens the prompt's estimated length, for what must be told before the upstream
 *     counts
 * @param clock tells when an event comes, for protocols whose answers say how long they took
 */
public record AnswerStart(
    String requestId, Instant createdAt, String model, long inputTokens, InstantSource clock) {

  /** An answer that takes no time, to a prompt of which nothing is told. */
  public AnswerStart(String requestId, Instant createdAt, String model) {
    this(requestId, createdAt, model, 0, InstantSource.fixed(createdAt));
  }
}
