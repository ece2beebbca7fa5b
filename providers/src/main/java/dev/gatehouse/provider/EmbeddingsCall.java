package dev.gatehouse.provider;

import dev.gatehouse.inference.EmbeddingsRequest;

/** One attempt: a request for embeddings, and the model of this provider that shall answer it. */
public record EmbeddingsCall(EmbeddingsRequest request, Model model) {}
