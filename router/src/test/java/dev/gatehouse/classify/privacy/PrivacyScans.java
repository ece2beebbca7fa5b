package dev.gatehouse.classify.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.classify.Finding;
import java.util.List;

/** Scans for tests: of a text, of a JSON document, and what a finding covers. */
public final class PrivacyScans {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final LexicalPrivacyClassifier RULES =
      new LexicalPrivacyClassifier(ScanLimits.defaults(), (_, _) -> {}, (_, found) -> found);

  private PrivacyScans() {}

  /** Of a text. */
  public static List<Finding> ofText(String text) {
    JsonNode document = JsonNodeFactory.instance.objectNode().put("text", text);
    return byRules(document);
  }

  /** Of a JSON document. */
  public static List<Finding> ofJson(String json) {
    return byRules(parse(json));
  }

  /** What the rules find; names, which the trained model finds, have tests of their own. */
  private static List<Finding> byRules(JsonNode document) {
    return RULES.scan(document).findings();
  }

  /** A JSON document. */
  public static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The values found in a text, as {@code rule=value}. */
  public static List<String> valuesIn(String text) {
    return ofText(text).stream().map(found -> found.rule() + "=" + covered(text, found)).toList();
  }

  /** What a finding covers. */
  public static String covered(String text, Finding finding) {
    int start = text.offsetByCodePoints(0, finding.start());
    return text.substring(start, text.offsetByCodePoints(start, finding.end() - finding.start()));
  }
}
