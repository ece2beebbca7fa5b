package dev.gatehouse.provider.ollama;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.provider.CloudNames;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OllamaModelTest {

  @ParameterizedTest
  @CsvSource({
    "gpt-oss:120b-cloud, true",
    "gpt-oss:120b-CLOUD, true",
    "qwen3-coder:Cloud, true",
    "someone/model-cloud, true",
    "cloud:8b, false",
    "cloudy:latest, false",
    "qwen3:8b, false"
  })
  void namesThatTheServerSendsToTheCloudAreKnown(String name, boolean cloud) {
    assertThat(CloudNames.isCloud(name)).isEqualTo(cloud);
  }

  @ParameterizedTest
  @CsvSource({
    "tiny, tiny:latest",
    "tiny:1b, tiny:1b",
    "host:5000/library/tiny, host:5000/library/tiny:latest"
  })
  void aNameWithoutATagIsTheLatest(String name, String expected) {
    assertThat(OllamaModel.withTag(name)).isEqualTo(expected);
  }
}
