package dev.gatehouse.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatehouse.classify.privacy.LexicalPrivacyClassifier;
import dev.gatehouse.classify.privacy.ScanLimits;
import dev.gatehouse.classify.privacy.Vocabulary;
import dev.gatehouse.config.PrivacyConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the scan must reach on the labelled data that it was trained with. How it does on texts that
 * it has not seen is printed by the benchmarks' CrossValidation.
 */
class AcceptanceTest {

  @Test
  void promptsAreClassedAndNamesAreToldApart() {
    PrivacyFigures figures =
        PrivacyEvaluation.of(
            LabelledTexts.read(shared("llm_prompts.jsonl.gz")), new LexicalPrivacyClassifier());
    PrivacyFigures.Classes classes = figures.classes().orElseThrow();
    PrivacyFigures.Kinds kinds = figures.kinds().orElseThrow();

    assertThat(PrivacyFigures.share(classes.falseAlarms(), classes.harmless())).isLessThan(0.05);
    assertThat(PrivacyFigures.share(classes.leaks(), classes.confidential())).isLessThan(0.03);
    assertThat(classes.secretLeaks()).isZero();
    assertThat(PrivacyFigures.share(kinds.found(), kinds.privateValues())).isGreaterThan(0.93);
    assertThat(PrivacyFigures.share(kinds.confidential(), kinds.privateValues()))
        .isGreaterThan(0.85);
    assertThat(PrivacyFigures.share(kinds.redacted(), kinds.knownNames())).isLessThan(0.1);
  }

  @Test
  void whereEveryNameIsTakenHardlyAPromptLeaks() {
    LexicalPrivacyClassifier everyName =
        new LexicalPrivacyClassifier(
            ScanLimits.defaults(), Vocabulary.NONE, PrivacyConfig.Names.ALWAYS);

    PrivacyFigures figures =
        PrivacyEvaluation.of(LabelledTexts.read(shared("llm_prompts.jsonl.gz")), everyName);

    PrivacyFigures.Classes classes = figures.classes().orElseThrow();
    assertThat(PrivacyFigures.share(classes.leaks(), classes.confidential())).isLessThan(0.01);
  }

  @Test
  void madeUpRecordsAreReadWell() {
    PrivacyFigures figures =
        PrivacyEvaluation.of(
            LabelledTexts.read(shared("presidio_synth_v2.jsonl.gz")),
            new LexicalPrivacyClassifier());

    assertThat(figures.all().f1()).isGreaterThan(0.93);
    assertThat(figures.missRate()).isLessThan(0.1);
  }

  /** A file of the folder beside the repository, found by walking up. */
  private static Path shared(String file) {
    Path data =
        Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
            .map(folder -> folder.resolve("../shared/data/privacy").resolve(file).normalize())
            .filter(Files::exists)
            .findFirst()
            .orElse(Path.of("shared", file));
    assumeTrue(Files.exists(data), "the shared data is not beside the repository");
    return data;
  }
}
