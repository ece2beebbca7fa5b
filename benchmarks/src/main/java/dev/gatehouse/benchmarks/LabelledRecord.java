package dev.gatehouse.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.quality.LabelledSpan;
import java.util.Map;

/**
 * A JSON document some of whose strings are names.
 *
 * @param names whose each of them is
 */
record LabelledRecord(JsonNode document, Map<String, LabelledSpan> names) {

  LabelledRecord {
    names = Map.copyOf(names);
  }
}
