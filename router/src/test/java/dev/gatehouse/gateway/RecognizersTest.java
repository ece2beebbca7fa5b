package dev.gatehouse.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.config.ConfigException;
import dev.gatehouse.scripted.ScriptedUpstream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class RecognizersTest {
  private static final String CHAT =
      "{\"model\":\"auto\",\"messages\":[{\"role\":\"user\",\"content\":\"Where is %s?\"}]}";
  private static final String CONFIG = "privacy: {recognizers: [own.jar], scan-timeout: %s}\n";

  @TempDir private Path data;

  @Test
  void theRecognizerOfTheManualFindsWhatItIsFor() throws IOException {
    RecognizerJar.write(data.resolve("own.jar"), "ParcelNumbers", exampleOfTheManual());
    try (ScriptedUpstream cloud = Answers.whole();
        RunningGateway gateway =
            RunningGateway.start(Answers.cloudOnly(cloud) + CONFIG.formatted("10s"), data)) {
      var parcel = gateway.chat(CHAT.formatted("ZX-12345"));
      var plain = gateway.chat(CHAT.formatted("Paris"));

      assertThat(parcel.statusCode()).isEqualTo(503);
      assertThat(parcel.headers().firstValue("x-gatehouse-privacy-class")).contains("CUSTOMER");
      assertThat(plain.statusCode()).isEqualTo(200);
      assertThat(cloud.exchanges()).hasSize(1);
    }
  }

  @Test
  void recognizerThatThrowsLetsNothingOutWhateverTheRules() {
    write("throw new IllegalStateException(text);");
    try (ScriptedUpstream cloud = Answers.whole();
        RunningGateway gateway =
            RunningGateway.start(
                Answers.cloudOnly(cloud)
                    + "privacy: {recognizers: [own.jar], rules: {unscannable: cloud}}\n",
                data)) {
      var answer = gateway.chat(CHAT.formatted("Paris"));

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).doesNotContain("Paris");
      assertThat(cloud.connections()).isZero();
    }
  }

  @Test
  @Timeout(60)
  void recognizerThatNeverEndsLeavesTheRequestToTheLocalModel() {
    write("while (!Thread.currentThread().isInterrupted()) {} throw new IllegalStateException();");
    try (ScriptedUpstream cloud = Answers.whole();
        ScriptedUpstream local = Answers.whole();
        RunningGateway gateway =
            RunningGateway.start(
                Answers.cloudAndLocal(cloud, local) + CONFIG.formatted("100ms"), data)) {
      for (int i = 0; i < 6; i++) {
        var answer = gateway.chat(CHAT.formatted("Paris"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("x-gatehouse-route")).contains("home/qwen3-8b");
        assertThat(answer.headers().firstValue("x-gatehouse-privacy-class"))
            .contains("UNSCANNABLE");
      }
      assertThat(cloud.connections()).isZero();
    }
  }

  @Test
  void jarWithoutARecognizerIsAnErrorAtTheStart() throws IOException {
    Files.writeString(data.resolve("own.jar"), "");

    try (ScriptedUpstream cloud = Answers.whole()) {
      String config = Answers.cloudOnly(cloud) + CONFIG.formatted("10s");

      assertThatThrownBy(() -> RunningGateway.start(config, data).close())
          .isInstanceOf(ConfigException.class)
          .hasMessageContaining("own.jar");
    }
  }

  private void write(String body) {
    RecognizerJar.write(
        data.resolve("own.jar"),
        "Own",
        """
        package com.example;
        import dev.gatehouse.classify.privacy.*;
        import java.util.List;
        public final class Own implements EntityRecognizer {
          public String name() { return "own"; }
          public List<Recognized> recognize(String text) { %s }
        }
        """
            .formatted(body));
  }

  private static String exampleOfTheManual() throws IOException {
    String manual = Files.readString(Path.of("..", "docs", "extending.md"));
    Matcher example = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL).matcher(manual);
    assertThat(example.find()).as("docs/extending.md has an example").isTrue();
    return example.group(1);
  }
}
