package dev.gatehouse.dialect;

import java.time.Instant;

/**
 * What an encoder must know before the first event.
 *
 * @param requestId becomes part of the answer's id
 * @param model the answering model's name, for answers whose upstream does not say
 */
public record AnswerStart(String requestId, Instant createdAt, String model) {}
