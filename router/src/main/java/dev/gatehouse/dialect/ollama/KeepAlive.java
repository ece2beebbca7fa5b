package dev.gatehouse.dialect.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.dialect.Fields;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code keep_alive}: how long a model stays in memory, in seconds or as Go writes durations. */
final class KeepAlive {
  private static final Pattern DURATION =
      Pattern.compile("[+-]?(0|([0-9]+(\\.[0-9]*)?(ns|us|\u00b5s|ms|s|m|h))+)");
  private static final Pattern ZERO =
      Pattern.compile("[+-]?(0|(0+(\\.0*)?(ns|us|\u00b5s|ms|s|m|h))+)");

  private KeepAlive() {}

  /**
   * The value as it stands in a body.
   *
   * @throws dev.gatehouse.dialect.InvalidRequestException if it is no duration
   */
  static Optional<JsonNode> of(Fields body) {
    JsonNode value = body.get("keep_alive");
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    boolean known =
        value.isNumber() || (value.isTextual() && DURATION.matcher(value.textValue()).matches());
    if (!known) {
      throw body.wrong("keep_alive", "seconds, or a duration as in 10m");
    }
    return Optional.of(value);
  }

  /** Whether the model shall leave memory. */
  static boolean isZero(JsonNode value) {
    return value.isNumber()
        ? value.decimalValue().signum() == 0
        : ZERO.matcher(value.textValue()).matches();
  }
}
