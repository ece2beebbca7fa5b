package dev.gatehouse.provider.ollama;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContextSizesTest {
  private static final long GIB = 1L << 30;
  private final ContextSizes sizes = new ContextSizes();

  private static OllamaModel model(
      int trained, long weights, long cachePerToken, OllamaRunner... runner) {
    ModelFile file =
        new ModelFile(
            "sha256-a",
            OptionalInt.of(trained),
            OptionalLong.of(weights),
            OptionalLong.empty(),
            Optional.empty(),
            cachePerToken == 0 ? OptionalLong.empty() : OptionalLong.of(cachePerToken));
    Optional<OllamaRunner> loaded = runner.length == 0 ? Optional.empty() : Optional.of(runner[0]);
    return new OllamaModel("m:latest", false, Set.of("completion"), file, 0, loaded);
  }

  private static OllamaRunner runner(int contextTokens, long memoryBytes) {
    return new OllamaRunner(contextTokens, memoryBytes, 0, Optional.empty());
  }

  @Test
  void theSizesAreFewAndOnlyGrow() {
    OllamaModel model = model(131_072, 0, 0);

    assertThat(sizes.choose(model, 10)).isEqualTo(4096);
    assertThat(sizes.choose(model, 5000)).isEqualTo(8192);
    assertThat(sizes.choose(model, 10)).isEqualTo(8192);
    assertThat(sizes.choose(model, 20_000)).isEqualTo(32_768);
  }

  @Test
  void aContextIsNeverLongerThanTheModelWasTrainedFor() {
    assertThat(sizes.choose(model(5000, 0, 0), 100_000)).isEqualTo(5000);
  }

  @Test
  void whatIsLoadedAlreadyIsTakenIfItIsLongEnough() {
    assertThat(sizes.choose(model(131_072, 0, 0, runner(6000, 0)), 5500)).isEqualTo(6000);
  }

  @Test
  void theCacheMayTakeAsMuchAsTheWeightsAndFourGibibytesInAnyCase() {
    assertThat(sizes.longest(model(1 << 17, GIB, 100_000))).hasValue(32_768);
    assertThat(sizes.longest(model(1 << 17, 8 * GIB, 100_000))).hasValue(65_536);
    assertThat(sizes.choose(model(1 << 17, GIB, 100_000), 60_000)).isEqualTo(32_768);
  }

  @Test
  void whatATokenTakesIsMeasuredOnTheLoadedModelWithAllItsSlots() {
    OllamaModel fourSlots = model(1 << 17, GIB, 100_000, runner(4096, GIB + 4L * 4096 * 100_000));

    assertThat(sizes.longest(fourSlots)).hasValue(8192);
  }

  @Test
  void aContextThatTheServerHasLoadedItselfIsNotTooLong() {
    assertThat(sizes.longest(model(1 << 17, GIB, 100_000, runner(1 << 16, 0)))).hasValue(1 << 16);
  }

  @Test
  void aSizeThatDidNotLoadIsNotAskedForAgain() {
    OllamaModel model = model(131_072, 0, 0);
    assertThat(sizes.choose(model, 30_000)).isEqualTo(32_768);

    assertThat(sizes.failedToLoad(model, 32_768)).isTrue();

    assertThat(sizes.choose(model, 30_000)).isEqualTo(16_384);
    assertThat(sizes.longest(model)).hasValue(16_384);
    assertThat(sizes.failedToLoad(model, 4096)).isFalse();
  }
}
