package dev.gatehouse.provider.ollama;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.catalogue.PriceCatalogue;
import dev.gatehouse.config.Locality;
import dev.gatehouse.config.ModelConfig;
import dev.gatehouse.provider.Model;
import dev.gatehouse.provider.ModelFacts;
import dev.gatehouse.provider.langchain.Asked;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private static final Duration SILENCE = Duration.ofMinutes(5);

  private static OllamaCall call(Optional<OllamaRunner> runner, int promptTokens) {
    ModelFile file =
        new ModelFile(
            "sha256-a",
            OptionalInt.empty(),
            OptionalLong.of(5_000_000_000L),
            OptionalLong.of(8_000_000_000L),
            Optional.empty(),
            OptionalLong.empty());
    OllamaModel model = new OllamaModel("m:8b", false, Set.of("completion"), file, 0, runner);
    ModelFacts facts = model.facts(Locality.LOCAL, OptionalInt.empty(), Optional.empty());
    Model offered = facts.offer("ollama", ModelConfig.of("m:8b"), PriceCatalogue.bundled());
    return OllamaCall.of(Asked.of("hi").to(offered), model, new PromptLengths())
        .counted(promptTokens);
  }

  private static Optional<OllamaRunner> loadedWith(int contextTokens) {
    return Optional.of(new OllamaRunner(contextTokens, 0, 0, Optional.empty()));
  }

  private static Duration before(OllamaCall call, int ahead) {
    return new Patience(SILENCE).before(call, 4096, ahead);
  }

  @Test
  void aModelThatIsLoadedNeedsTimeOnlyToReadThePrompt() {
    assertThat(before(call(loadedWith(4096), 625), 0)).isEqualTo(SILENCE.plusSeconds(100));
  }

  @Test
  void aModelThatIsNotLoadedOrHasAnotherContextNeedsTimeToLoad() {
    assertThat(before(call(Optional.empty(), 0), 0)).isEqualTo(SILENCE.plusSeconds(100));
    assertThat(before(call(loadedWith(8192), 0), 0)).isEqualTo(SILENCE.plusSeconds(100));
  }

  @Test
  void eachCallAheadMayTakeItsOwnTime() {
    assertThat(before(call(loadedWith(4096), 0), 2)).isEqualTo(SILENCE.multipliedBy(3));
  }

  @Test
  void anHourIsTheMost() {
    assertThat(before(call(Optional.empty(), 1_000_000), 0)).isEqualTo(Duration.ofHours(1));
  }
}
