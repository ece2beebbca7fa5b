package dev.gatehouse.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class JsonEditTest {

  private static JsonEdit edit(String json) {
    return JsonEdit.of(json.getBytes(UTF_8));
  }

  private static String text(JsonEdit edit) {
    return new String(edit.bytes(), UTF_8);
  }

  @Test
  void replacesAValueAndLeavesEveryOtherByte() {
    String body =
        "{ \"z\": 12345678901234567, \"model\" : \"auto\",\n\"x\\u0041\":[{\"model\":\"in\\\"ner\"}] , \"f\":1.50 }";

    JsonEdit edited = edit(body).set("model", "gpt-4.1");

    assertThat(text(edited)).isEqualTo(body.replace("\"auto\"", "\"gpt-4.1\""));
  }

  @Test
  void addsAMemberAtTheEnd() {
    JsonEdit edited = edit("{\"a\":[1,2]\n}").setRaw("b", "{\"c\":true}".getBytes(UTF_8));

    assertThat(text(edited)).isEqualTo("{\"a\":[1,2],\"b\":{\"c\":true}\n}");
  }

  @Test
  void addsAMemberToAnEmptyObject() {
    JsonEdit edited = edit("{}").set("a", "b");

    assertThat(text(edited)).isEqualTo("{\"a\":\"b\"}");
  }

  @Test
  void removesAMemberWithItsComma() {
    assertThat(text(edit("{\"a\":1,\"b\":null,\"c\":3}").remove("b")))
        .isEqualTo("{\"a\":1,\"c\":3}");
    assertThat(text(edit("{\"a\":1, \"b\":2}").remove("a"))).isEqualTo("{\"b\":2}");
    assertThat(text(edit("{\"a\":1}").remove("a"))).isEqualTo("{}");
    assertThat(text(edit("{\"a\":1}").remove("x"))).isEqualTo("{\"a\":1}");
  }

  @Test
  void findsAMemberWhoseNameIsEscaped() {
    assertThat(text(edit("{\"mo\\u0064el\":\"auto\"}").set("model", "m")))
        .isEqualTo("{\"mo\\u0064el\":\"m\"}");
  }

  @Test
  void refusesWhatARelayWouldHandOnUnseen() {
    assertThatThrownBy(() -> JsonBody.parse("{\"a\":\"secret\",\"a\":\"clean\"}".getBytes(UTF_8)))
        .isInstanceOf(JsonException.class)
        .hasMessageContaining("twice");
    assertThatThrownBy(() -> JsonBody.parse("{} secret".getBytes(UTF_8)))
        .isInstanceOf(JsonException.class);
    assertThatThrownBy(
            () -> JsonBody.parse("{}".getBytes(java.nio.charset.StandardCharsets.UTF_16LE)))
        .isInstanceOf(JsonException.class);
  }

  @Test
  void refusesOverlongUtf8() {
    byte[] overlong = {'{', '"', 'a', '"', ':', '"', (byte) 0xc0, (byte) 0xb4, '"', '}'};

    assertThatThrownBy(() -> JsonBody.parse(overlong))
        .isInstanceOf(JsonException.class)
        .hasMessageContaining("UTF-8");
  }

  @Test
  void neverQuotesTheTextInAnError() {
    assertThatThrownBy(() -> JsonBody.parse("{\"card\": 4111x}".getBytes(UTF_8)))
        .isInstanceOf(JsonException.class)
        .hasMessageNotContaining("4111")
        .hasMessageContaining("line 1");
  }

  @Test
  void refusesNestingBeyondAllReason() {
    byte[] deep = "[".repeat(1_000_000).getBytes(UTF_8);

    assertThatThrownBy(() -> JsonBody.parse(deep))
        .isInstanceOf(JsonException.class)
        .hasMessageContaining("deeper");
  }
}
