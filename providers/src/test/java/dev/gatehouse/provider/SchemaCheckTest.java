package dev.gatehouse.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.json.Json;
import dev.gatehouse.scripted.ScriptedUpstream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SchemaCheckTest {
  private static final String PERSON =
      """
      {"type":"object","properties":{"name":{"type":"string"},"age":{"type":"integer","minimum":0}},
       "required":["name","age"],"additionalProperties":false}
      """;

  private static JsonNode json(String text) {
    return Json.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean follows(String value, String schema) {
    return SchemaCheck.follows(json(value), json(schema));
  }

  @Test
  void aValueIsHeldToTypesBoundsAndNames() {
    assertThat(follows("{\"name\":\"Ana\",\"age\":31}", PERSON)).isTrue();
    assertThat(follows("{\"name\":\"Ana\",\"age\":\"31\"}", PERSON)).isFalse();
    assertThat(follows("{\"name\":\"Ana\",\"age\":-1}", PERSON)).isFalse();
    assertThat(follows("{\"name\":\"Ana\"}", PERSON)).isFalse();
    assertThat(follows("{\"name\":\"Ana\",\"age\":31,\"x\":1}", PERSON)).isFalse();
  }

  @Test
  void referencesWithinTheSchemaAreFollowed() {
    String schema =
        """
        {"$schema":"http://json-schema.org/draft-07/schema#","definitions":{"n":{"type":"number"}},
         "type":"array","items":{"$ref":"#/definitions/n"}}
        """;

    assertThat(follows("[1, 2.5]", schema)).isTrue();
    assertThat(follows("[1, \"2\"]", schema)).isFalse();
  }

  @Test
  void aSchemaElsewhereIsNeverFetched() {
    try (ScriptedUpstream elsewhere =
        ScriptedUpstream.start(exchange -> exchange.json(200, "false"))) {
      String schema = "{\"$ref\":\"" + elsewhere.url("/schema.json") + "\"}";

      assertThat(follows("1", schema)).isTrue();

      assertThat(elsewhere.connections()).isZero();
    }
  }

  @Test
  void aSchemaThatCannotBeUnderstoodHoldsNothingBack() {
    assertThat(follows("1", "{\"$ref\":\"#\"}")).isTrue();
    assertThat(follows("\"a\"", "{\"type\":\"string\",\"pattern\":\"(\"}")).isTrue();
    assertThat(follows("1", "{\"$schema\":\"urn:unknown\"}")).isTrue();
  }
}
