package dev.gatehouse.provider;

import dev.gatehouse.inference.ChatRequest;

/**
 * One attempt: a request, and the model of this provider that shall answer it.
 *
 * @param maxOutputTokens the limit to send upstream where the request has none
 * @param limit when that is to be sent
 */
public record ChatCall(ChatRequest request, Model model, int maxOutputTokens, Limit limit) {

  public ChatCall {
    if (maxOutputTokens < 1) {
      throw new IllegalArgumentException(
          "maxOutputTokens: expected 1 or more, got " + maxOutputTokens);
    }
  }

  /** When a request that sets no limit to its answer is given one. */
  public enum Limit {
    /** Only where the upstream's wire needs one. */
    WHERE_NEEDED,
    /** Always: money was set aside for no more. */
    ALWAYS
  }
}
