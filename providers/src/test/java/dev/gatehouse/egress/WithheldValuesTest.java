package dev.gatehouse.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WithheldValuesTest {
  private final WithheldValues withheld =
      new WithheldValues(
          Set.of(
              new WithheldValues.Value("Anna.Meyer@clinic.test", false),
              new WithheldValues.Value("4012 8888 8888 1881", false),
              new WithheldValues.Value("Grace Okonkwo", true),
              new WithheldValues.Value("Grace", true),
              new WithheldValues.Value("\u5c71\u7530\u592a\u90ce", true)),
          5);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":\"write to anna.meyer@CLINIC.test now\"}",
        "{\"a\":\"anna.mey\\u0065r@clinic.test\"}",
        "{\"a\":{\"anna.meyer@clinic.test\":1}}",
        "{\"a\":\"{\\\"b\\\":\\\"anna.mey\\\\u0065r@clinic.test\\\"}\"}",
        "{\"a\":\"mailto:anna.meyer@clinic.test?x\"}",
        "{\"a\":\"an\u200bna.meyer@clinic.test\"}",
        "{\"a\":4012888888881881}",
        "{\"a\":\"4012-8888-8888-1881\"}",
        "{\"a\":\"\uff14012888888881881\"}",
        "{\"a\":[[\"Dear Grace,\"]]}",
        "{\"a\":\"\u5c71\u7530\u592a\u90ce\u3055\u3093\"}",
        "not JSON: Grace Okonkwo",
      })
  void valueIsSeenHoweverItIsWritten(String payload) {
    assertThat(withheld.showsIn(payload.getBytes(StandardCharsets.UTF_8), List.of())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":\"with good grace\"}",
        "{\"a\":\"Graceful\"}",
        "{\"a\":\"anna.meyer@clinic.tested\"}",
        "{\"a\":94012888888881881}",
        "{\"a\":\"Person7K2M9QD4\"}",
        "{}",
      })
  void whatOnlyLooksAlikePasses(String payload) {
    assertThat(withheld.showsIn(payload.getBytes(StandardCharsets.UTF_8), List.of())).isFalse();
  }

  @Test
  void pathAndHeadersAreSearchedToo() {
    assertThat(withheld.showsIn(new byte[0], List.of("/chat?for=Grace+Okonkwo"))).isTrue();
    assertThat(withheld.showsIn(new byte[0], List.of("/chat", "x-user", "Grace"))).isTrue();
    assertThat(withheld.showsIn(new byte[0], List.of("/chat"))).isFalse();
  }

  @Test
  void shortNumbersOfTheProtocolAreNoValues() {
    WithheldValues salary =
        new WithheldValues(Set.of(new WithheldValues.Value("$52,000", false)), 1);

    assertThat(salary.showsIn("{\"max_tokens\":52000}".getBytes(StandardCharsets.UTF_8), List.of()))
        .isFalse();
    assertThat(
            salary.showsIn("{\"a\":\"earns 52 000\"}".getBytes(StandardCharsets.UTF_8), List.of()))
        .isTrue();
  }

  @Test
  void valuesDoNotShowInItsText() {
    assertThat(new WithheldValues.Value("Grace", true).toString()).doesNotContain("Grace");
  }
}
