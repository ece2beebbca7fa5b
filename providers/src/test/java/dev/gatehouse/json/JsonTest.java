package dev.gatehouse.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

final class JsonTest {
  @Test
  void whatIsWrittenIsOneLineByAnybodysNotionOfALine() {
    String text = "a\u0085b\u2028c\u2029d\u000be\u000cf\u001cg\nh\r\"\\ \u6771 \ud83d\ude42";
    JsonNode tree = Json.object().put("text", text);

    String written = new String(Json.write(tree), UTF_8);

    assertThat(written.chars())
        .noneMatch(each -> each < 0x20 || each == 0x85 || each == 0x2028 || each == 0x2029);
    assertThat(written).contains("\u6771");
    assertThat(Json.read(written.getBytes(UTF_8))).isEqualTo(tree);
  }
}
