package dev.gatehouse.classify;

import dev.gatehouse.inference.ChatRequest;

/** Estimates task and difficulty. Safe for use by any thread; pure. */
public interface ComplexityClassifier {

  /** Estimates one request. */
  Complexity estimate(ChatRequest request);
}
