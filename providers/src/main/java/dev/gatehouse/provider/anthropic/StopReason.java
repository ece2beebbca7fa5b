package dev.gatehouse.provider.anthropic;

import dev.gatehouse.inference.FinishReason;

/** Anthropic's {@code stop_reason} in our words. */
final class StopReason {
  private StopReason() {}

  /** A turn that only pauses ({@code pause_turn}) has ended for a client that asked once. */
  static FinishReason finishReason(String word) {
    return switch (word) {
      case "tool_use" -> FinishReason.TOOL_CALLS;
      case "max_tokens", "model_context_window_exceeded" -> FinishReason.LENGTH;
      case "refusal" -> FinishReason.CONTENT_FILTER;
      default -> FinishReason.STOP;
    };
  }
}
