package dev.gatehouse.provider.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An error answer in OpenAI's shape. Its message holds nothing that a client sent. */
final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String type;
  private final String parameter;
  private final String code;

  private ApiException(int status, String message, String parameter, String code) {
    super(message, null, false, false);
    this.status = status;
    this.type = status < 500 ? "invalid_request_error" : "server_error";
    this.parameter = parameter;
    this.code = code;
  }

  /**
   * 400.
   *
   * @param parameter the field it is about; empty for none
   */
  static ApiException invalid(String message, String parameter) {
    return new ApiException(400, message, parameter, "");
  }

  /** 400 for a field that this engine does not know how to follow. */
  static ApiException unsupported(String parameter) {
    return new ApiException(
        400,
        "the embedded model does not support '" + parameter + "'",
        parameter,
        "unsupported_parameter");
  }

  /** 400 for a prompt that leaves no room for an answer. */
  static ApiException contextLengthExceeded(int contextTokens, int promptTokens) {
    return new ApiException(
        400,
        "This model's maximum context length is %d tokens. However, your messages resulted in %d tokens."
            .formatted(contextTokens, promptTokens),
        "messages",
        "context_length_exceeded");
  }

  static ApiException notFound(String message) {
    return new ApiException(404, message, "", "not_found");
  }

  /** 503: as many requests wait as may wait. */
  static ApiException overloaded() {
    return new ApiException(503, "the embedded model has too many requests waiting", "", "");
  }

  static ApiException serverError(String message) {
    return new ApiException(500, message, "", "");
  }

  int status() {
    return status;
  }

  JsonNode body() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode error = body.putObject("error");
    error.put("message", getMessage()).put("type", type);
    if (parameter.isEmpty()) {
      error.putNull("param");
    } else {
      error.put("param", parameter);
    }
    if (code.isEmpty()) {
      error.putNull("code");
    } else {
      error.put("code", code);
    }
    return body;
  }
}
