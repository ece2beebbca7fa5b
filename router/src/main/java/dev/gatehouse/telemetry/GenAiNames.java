package dev.gatehouse.telemetry;

/**
 * The names of OpenTelemetry's semantic conventions for generative AI, version 1.37.0, status
 * "Development": they may still change, so they stand here and nowhere else.
 */
final class GenAiNames {
  static final String OPERATION_DURATION = "gen_ai.server.request.duration";
  static final String TIME_TO_FIRST_CHUNK = "gen_ai.server.time_to_first_token";
  static final String TOKEN_USAGE = "gen_ai.client.token.usage";
  static final String OPERATION_NAME = "gen_ai.operation.name";
  static final String PROVIDER_NAME = "gen_ai.provider.name";
  static final String REQUEST_MODEL = "gen_ai.request.model";
  static final String TOKEN_TYPE = "gen_ai.token.type";
  static final String ERROR_TYPE = "error.type";

  private GenAiNames() {}
}
