package dev.gatehouse.redact;

import dev.gatehouse.inference.InferenceRequest;

/**
 * A request as CLOUD destinations may see it, while LOCAL ones get it as it is.
 *
 * @param request with a token in the place of every private value
 * @param pseudonyms what its answer is restored from; empty where nothing had to be replaced
 */
public record Redaction(InferenceRequest request, Pseudonyms pseudonyms) {}
