package dev.gatehouse.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.classify.Classification;
import dev.gatehouse.classify.Finding;
import dev.gatehouse.classify.RequestClassifier;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Turns one line of {@link ClassifyLines} into its answer. Safe for use by any thread. */
final class LineClassifier {

  private final RequestClassifier classifier;
  private final Function<JsonNode, ChatRequest> decoder;

  LineClassifier(RequestClassifier classifier, Function<JsonNode, ChatRequest> decoder) {
    this.classifier = classifier;
    this.decoder = decoder;
  }

  /** The answers, each with a line feed. */
  String classifyAll(List<NumberedLines.Line> lines) {
    StringBuilder answers = new StringBuilder();
    lines.forEach(line -> answers.append(classify(line)).append('\n'));
    return answers.toString();
  }

  private ObjectNode classify(NumberedLines.Line line) {
    if (line.cut()) {
      return error(NullNode.instance, line, "longer than allowed");
    }
    try {
      return classify(line, Json.read(line.text().getBytes(StandardCharsets.UTF_8)));
    } catch (JsonException e) {
      return error(NullNode.instance, line, String.valueOf(e.getMessage()));
    }
  }

  private ObjectNode classify(NumberedLines.Line line, JsonNode document) {
    JsonNode id = document.has("id") ? document.get("id") : NullNode.instance;
    try {
      return answer(id, classifier.classify(request(document)));
    } catch (RuntimeException e) {
      return error(id, line, String.valueOf(e.getMessage()));
    }
  }

  /** The decoder may refuse with any exception. */
  private ChatRequest request(JsonNode document) {
    JsonNode text = document.path("text");
    JsonNode request = document.path("request");
    if (text.isTextual() && request.isMissingNode()) {
      JsonNode scanned = JsonNodeFactory.instance.objectNode().set("text", text);
      return TextRequest.of(text.textValue(), scanned);
    }
    if (request.isObject() && text.isMissingNode()) {
      return decoder.apply(request);
    }
    throw new IllegalArgumentException("expected an object with id and either text or request");
  }

  private static ObjectNode error(JsonNode id, NumberedLines.Line line, String message) {
    ObjectNode error = JsonNodeFactory.instance.objectNode();
    error.set("id", id);
    return error.put("error", "line " + line.number() + ": " + message);
  }

  private static ObjectNode answer(JsonNode id, Classification classification) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.set("id", id);
    answer.put("task", classification.complexity().task().name().toLowerCase(Locale.ROOT));
    answer.put("difficulty", rounded(classification.complexity().difficulty()));
    ObjectNode privacy = answer.putObject("privacy");
    privacy.put("class", classification.privacy().highest().name());
    ArrayNode findings = privacy.putArray("findings");
    classification.privacy().findings().forEach(finding -> write(finding, findings.addObject()));
    return answer;
  }

  private static void write(Finding finding, ObjectNode target) {
    target.put("type", finding.type().name());
    target.put("rule", finding.rule());
    target.put("class", finding.privacyClass().name());
    target.put("path", finding.path());
    target.put("start", finding.start());
    target.put("end", finding.end());
  }

  private static double rounded(double difficulty) {
    return Math.round(difficulty * 10_000) / 10_000.0;
  }
}
