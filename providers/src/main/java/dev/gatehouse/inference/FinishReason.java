package dev.gatehouse.inference;

/** Why an answer ended (OpenTelemetry's {@code gen_ai.response.finish_reasons}). */
public enum FinishReason {
  STOP,
  LENGTH,
  TOOL_CALLS,
  CONTENT_FILTER
}
