package dev.gatehouse.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProviderPresetsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "vllm, LOCAL, http://127.0.0.1:8000/v1",
    "llama-cpp, LOCAL, http://127.0.0.1:8080/v1",
    "lm-studio, LOCAL, http://127.0.0.1:1234/v1",
    "localai, LOCAL, http://127.0.0.1:8080/v1",
    "zhipu, CLOUD, https://api.z.ai/api/paas/v4",
    "minimax, CLOUD, https://api.minimax.io/v1",
    "openrouter, CLOUD, https://openrouter.ai/api/v1",
    "groq, CLOUD, https://api.groq.com/openai/v1",
    "mistral, CLOUD, https://api.mistral.ai/v1",
    "deepseek, CLOUD, https://api.deepseek.com/v1"
  })
  void aPresetIsEnoughToReachAProvider(String preset, Locality locality, URI baseUrl) {
    ProviderConfig provider = only("{name: it, kind: openai-compatible, preset: " + preset + "}");

    assertThat(provider.locality()).isEqualTo(locality);
    assertThat(provider.baseUrl()).contains(baseUrl);
    assertThat(provider.models().isEmpty()).isEqualTo(locality == Locality.LOCAL);
  }

  @Test
  void everyPresetIsCheckedAbove() {
    assertThat(ProviderPresets.bundled().all()).hasSize(10);
  }

  @Test
  void everyModelOfAPresetSaysWhatItCanDoAndHowMuchItReads() {
    assertThat(ProviderPresets.bundled().all())
        .flatExtracting(ProviderPreset::models)
        .isNotEmpty()
        .allSatisfy(
            model -> {
              assertThat(model.capabilities()).isNotEmpty();
              assertThat(model.contextTokens()).isPresent();
            });
  }

  @Test
  void cloudPresetsAndNoOthersAskForAKey() {
    assertThat(ProviderPresets.bundled().all())
        .allSatisfy(
            preset ->
                assertThat(preset.keyVariable().isPresent())
                    .isEqualTo(preset.locality() == Locality.CLOUD));
  }

  @Test
  void whatTheEntrySaysWinsOverThePreset() {
    ProviderConfig provider =
        only(
            """
            name: it
                kind: openai-compatible
                preset: vllm
                locality: cloud
                base-url: https://gpu.example/v1
                models: [qwen3-8b]
            """);

    assertThat(provider.locality()).isEqualTo(Locality.CLOUD);
    assertThat(provider.baseUrl()).contains(URI.create("https://gpu.example/v1"));
    assertThat(provider.models()).containsExactly(ModelConfig.of("qwen3-8b"));
  }

  @Test
  void anEntryMayLeaveJustTheModelsToThePreset() {
    ProviderConfig provider =
        only("{name: it, kind: openai-compatible, preset: groq, base-url: https://proxy.example}");

    assertThat(provider.baseUrl()).contains(URI.create("https://proxy.example"));
    assertThat(provider.models())
        .isEqualTo(
            ProviderPresets.bundled().find("groq").map(ProviderPreset::models).orElseThrow());
  }

  @Test
  void aPresetMakesTheSameProviderWithoutAFile() {
    ProviderConfig written = only("{name: groq, kind: openai-compatible, preset: groq}");

    assertThat(ProviderPresets.bundled().find("groq").map(groq -> groq.provider(Optional.empty())))
        .contains(written);
  }

  @Test
  void anUnknownPresetIsAnErrorWithTheNearestWord() {
    assertThat(errorsOf("{name: it, kind: openai-compatible, preset: grok}"))
        .containsExactly(
            "gatehouse.yaml:2: providers[0].preset: expected a known preset, perhaps groq, found"
                + " grok");
    assertThat(errorsOf("{name: it, kind: openai-compatible, preset: somewhere-else}"))
        .containsExactly(
            "gatehouse.yaml:2: providers[0].preset: expected one of the presets vllm, llama-cpp,"
                + " lm-studio, localai, zhipu, minimax, openrouter, groq, mistral, deepseek, found"
                + " somewhere-else");
  }

  @Test
  void withoutAPresetTheAddressIsStillDemanded() {
    assertThat(errorsOf("{name: it, kind: openai-compatible}"))
        .singleElement()
        .asString()
        .contains("providers[0].base-url: expected an http:// or https:// URL");
  }

  @Test
  void onlyKindOpenaiCompatibleTakesAPreset() {
    assertThat(errorsOf("{name: it, kind: ollama, preset: vllm}"))
        .containsExactly(
            "gatehouse.yaml:2: providers[0].preset: expected no such key for kind ollama, found"
                + " the key preset");
  }

  @Test
  void aVendorsAddressIsNotLocal() {
    assertThat(errorsOf("{name: it, kind: openai-compatible, preset: groq, locality: local}"))
        .containsExactly(
            "gatehouse.yaml:2: providers[0].locality: expected a base-url in your own network for"
                + " locality local, found the vendor's address");
  }

  @Test
  void anAirGappedGatewayTakesLocalPresetsAlone() {
    String airGapped = "policy: {preset: air-gapped}\nproviders:\n  - ";

    assertThat(config().errorsOf(airGapped + "{name: it, kind: openai-compatible, preset: vllm}"))
        .isEmpty();
    assertThat(config().errorsOf(airGapped + "{name: it, kind: openai-compatible, preset: groq}"))
        .singleElement()
        .asString()
        .contains("only local providers under the preset air-gapped");
  }

  @Test
  void aMistakeInTheListOfPresetsIsNotPassedOver() {
    assertThatThrownBy(
            () ->
                ProviderPresets.parse(
                    """
                    presets:
                      - {name: a, locality: near, base-url: "http://127.0.0.1:1/v1"}
                      - {name: b, locality: local, base-url: "http://127.0.0.1:1/v1", url: c}
                    """))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("presets[0].locality")
        .hasMessageContaining("presets[1].url");
  }

  private ProviderConfig only(String entry) {
    return config().load("providers:\n  - " + entry + "\n").providers().getFirst();
  }

  private List<String> errorsOf(String entry) {
    return config().errorsOf("providers:\n  - " + entry + "\n");
  }

  private ConfigFolder config() {
    return new ConfigFolder(folder);
  }
}
