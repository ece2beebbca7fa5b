package dev.gatehouse.benchmarks;

import dev.gatehouse.classify.privacy.context.ContextModel;
import dev.gatehouse.quality.LabelledText;
import dev.gatehouse.quality.LabelledTexts;
import dev.gatehouse.quality.PrivacyFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * Fits the weights that decide whose name it is, and prints how well the whole scan does on prompts
 * that neither they nor the tagger of names have seen.
 *
 * <p>Use: {@code TrainContext DATA_FOLDER WEIGHTS_FILE [MISSES_FILE]}, with the folder that holds
 * llm_prompts.jsonl.gz and the rest of the privacy data.
 */
public final class TrainContext {

  private static final double DECAY = 2e-3;

  /** The least score of a private person's name, in logits. */
  static final double THRESHOLD = -0.75;

  private TrainContext() {}

  /** Trains, prints the figures, writes the weights. */
  public static void main(String[] arguments) throws IOException {
    Path data = Path.of(arguments[0]);
    List<LabelledText> prompts = LabelledTexts.read(data.resolve("llm_prompts.jsonl.gz"));
    HeldOutTaggers taggers = new HeldOutTaggers(data);
    ContextCorpus corpus = new ContextCorpus(prompts, taggers);
    HeldOutClassifiers classifiers = new HeldOutClassifiers(taggers, corpus);
    for (double threshold = -2; threshold <= 0.5; threshold += 0.5) {
      PrivacyFigures figures = classifiers.score(ContextCorpus.PROMPTS, prompts, threshold);
      System.out.printf(Locale.ROOT, "%.1f: %s%n", threshold, line(figures));
    }
    PrivacyFigures figures = classifiers.score(ContextCorpus.PROMPTS, prompts, THRESHOLD);
    if (arguments.length > 2) {
      Files.write(Path.of(arguments[2]), figures.misses());
    }
    write(Path.of(arguments[1]), train(corpus.all()), line(figures));
  }

  /** The judge that the given names make. */
  static ContextModel train(List<ContextTrainer.Name> names) {
    return ContextTrainer.train(names, DECAY, THRESHOLD);
  }

  /** What a set of prompts is accepted by. */
  static String line(PrivacyFigures figures) {
    PrivacyFigures.Classes classes = figures.classes().orElseThrow();
    PrivacyFigures.Kinds kinds = figures.kinds().orElseThrow();
    return String.format(
        Locale.ROOT,
        "false alarms %d of %d, leaks %d of %d (%d of SECRET, %d with a structured identifier), "
            + "private values as PERSONAL or higher %d and found %d of %d, known names redacted %d of %d",
        classes.falseAlarms(),
        classes.harmless(),
        classes.leaks(),
        classes.confidential(),
        classes.secretLeaks(),
        classes.structuredLeaks(),
        kinds.confidential(),
        kinds.found(),
        kinds.privateValues(),
        kinds.redacted(),
        kinds.knownNames());
  }

  private static void write(Path file, ContextModel model, String figures) throws IOException {
    Files.writeString(
        file,
        """
        # Made by dev.gatehouse.benchmarks.TrainContext DATA/privacy WEIGHTS_FILE
        # from llm_prompts (Apache-2.0, MIT and our own) and context-texts.txt;
        # llm_prompts, %d-fold: %s
        %.2f
        %s
        """
            .formatted(
                HeldOutTaggers.FOLDS,
                figures,
                model.threshold(),
                Base64.getEncoder().encodeToString(model.weights())));
  }
}
