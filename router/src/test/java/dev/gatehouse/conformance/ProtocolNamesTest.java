package dev.gatehouse.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.classify.PrivacyClassifier;
import dev.gatehouse.classify.PrivacyReport;
import dev.gatehouse.classify.privacy.LexicalPrivacyClassifier;
import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.provider.langchain.Recordings;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the protocols themselves are made of is nobody's private matter. */
final class ProtocolNamesTest {
  private final PrivacyClassifier classifier = new LexicalPrivacyClassifier();

  @ParameterizedTest
  @ValueSource(strings = {"openai.openapi.yaml.gz", "ollama.openapi.yaml"})
  void describedFieldsAreNotPrivate(String description) {
    Set<String> names = new TreeSet<>();
    addProperties(SpecDocument.read(description), names);

    assertThat(names).hasSizeGreaterThan(50).allSatisfy(this::isHarmless);
  }

  @Test
  void fieldsOfRecordedRequestsToAnthropicAreNotPrivate() {
    Set<String> names = new TreeSet<>();
    Recordings.of("anthropic.jsonl.gz", _ -> true)
        .forEach(recording -> addTopFields(recording.path("request"), names));

    assertThat(names).contains("max_tokens", "messages").allSatisfy(this::isHarmless);
  }

  private void isHarmless(String name) {
    PrivacyReport report = classifier.scan(JsonNodeFactory.instance.objectNode().put(name, 1));

    assertThat(report.findings())
        .filteredOn(finding -> finding.privacyClass() != PrivacyClass.UNSCANNABLE)
        .as(name)
        .allMatch(finding -> finding.privacyClass().rank() < PrivacyClass.PERSONAL.rank());
  }

  private static void addProperties(JsonNode node, Set<String> names) {
    if (node.path("properties").isObject()) {
      node.path("properties").fieldNames().forEachRemaining(names::add);
    }
    node.forEach(child -> addProperties(child, names));
  }

  private static void addTopFields(JsonNode request, Set<String> names) {
    for (Map.Entry<String, JsonNode> field : request.properties()) {
      names.add(field.getKey());
    }
    request.path("messages").forEach(message -> message.fieldNames().forEachRemaining(names::add));
  }
}
