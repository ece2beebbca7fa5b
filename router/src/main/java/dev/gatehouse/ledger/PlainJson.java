package dev.gatehouse.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** JSON whose numbers are exact and written without an exponent. */
final class PlainJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private PlainJson() {}

  static String write(JsonNode tree) {
    try {
      return MAPPER.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values cannot fail to be written", e);
    }
  }

  /** Without trailing zeros. */
  static JsonNode number(BigDecimal value) {
    return DecimalNode.valueOf(value.stripTrailingZeros());
  }

  static JsonNode number(Optional<BigDecimal> value) {
    return value.map(PlainJson::number).orElseGet(NullNode::getInstance);
  }

  static JsonNode seconds(Optional<Duration> duration) {
    return number(
        duration.map(
            known ->
                BigDecimal.valueOf(known.getSeconds())
                    .add(BigDecimal.valueOf(known.getNano(), 9))));
  }
}
