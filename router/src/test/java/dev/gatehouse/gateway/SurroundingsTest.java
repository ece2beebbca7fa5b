package dev.gatehouse.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.gatehouse.config.Locality;
import dev.gatehouse.config.ProviderConfig;
import dev.gatehouse.config.ProviderKind;
import dev.gatehouse.config.ProviderPreset;
import dev.gatehouse.config.ProviderPresets;
import dev.gatehouse.config.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SurroundingsTest {

  @Test
  void everyKeyInTheEnvironmentMakesAProvider() {
    Map<String, String> environment = new LinkedHashMap<>();
    List.of(
            "OPENAI_API_KEY",
            "ANTHROPIC_API_KEY",
            "GEMINI_API_KEY",
            "ZHIPU_API_KEY",
            "MINIMAX_API_KEY",
            "OPENROUTER_API_KEY",
            "GROQ_API_KEY",
            "MISTRAL_API_KEY",
            "DEEPSEEK_API_KEY")
        .forEach(name -> environment.put(name, "key of " + name));

    List<ProviderConfig> found = new Surroundings(environment).cloud();

    assertThat(found)
        .extracting(ProviderConfig::name, ProviderConfig::kind)
        .containsExactly(
            tuple("openai", ProviderKind.OPENAI),
            tuple("anthropic", ProviderKind.ANTHROPIC),
            tuple("gemini", ProviderKind.GEMINI),
            tuple("zhipu", ProviderKind.OPENAI_COMPATIBLE),
            tuple("minimax", ProviderKind.OPENAI_COMPATIBLE),
            tuple("openrouter", ProviderKind.OPENAI_COMPATIBLE),
            tuple("groq", ProviderKind.OPENAI_COMPATIBLE),
            tuple("mistral", ProviderKind.OPENAI_COMPATIBLE),
            tuple("deepseek", ProviderKind.OPENAI_COMPATIBLE));
    assertThat(found).allMatch(provider -> provider.locality() == Locality.CLOUD);
    assertThat(found)
        .filteredOn(provider -> provider.name().equals("groq"))
        .singleElement()
        .extracting(ProviderConfig::apiKey)
        .isEqualTo(Optional.of(new Secret("key of GROQ_API_KEY")));
  }

  @Test
  void aFoundProviderIsWhatItsPresetSays() {
    List<ProviderConfig> found = new Surroundings(Map.of("MISTRAL_API_KEY", " secret ")).cloud();

    ProviderPreset preset = ProviderPresets.bundled().find("mistral").orElseThrow();
    assertThat(found).containsExactly(preset.provider(Optional.of(new Secret("secret"))));
  }

  @Test
  void nothingIsFoundWithoutAKey() {
    assertThat(new Surroundings(Map.of("GROQ_API_KEY", " ", "PATH", "/bin")).cloud()).isEmpty();
  }
}
