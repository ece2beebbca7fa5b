package dev.gatehouse.benchmarks;

import dev.gatehouse.quality.LabelledText;
import dev.gatehouse.quality.LabelledTexts;
import dev.gatehouse.quality.PrivacyFigures;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Prints how well the whole scan finds private values in texts that neither the tagger of names nor
 * the judge of whose they are has seen: a template, or a text, is in one fold only.
 *
 * <p>Use: {@code CrossValidation DATA_FOLDER}, with the folder that holds llm_prompts.jsonl.gz and
 * the rest of the privacy data.
 */
public final class CrossValidation {

  private static final List<String> MADE_UP = List.of("presidio_synth_v2", "presidio_gen_large");
  private static final List<String> NEWS = List.of("btc", "wnut17_test", "wikigold");

  private CrossValidation() {}

  /** Trains for every fold and prints. */
  public static void main(String[] arguments) {
    Path data = Path.of(arguments[0]);
    List<LabelledText> prompts = read(data, ContextCorpus.PROMPTS);
    HeldOutTaggers taggers = new HeldOutTaggers(data);
    HeldOutClassifiers classifiers =
        new HeldOutClassifiers(taggers, new ContextCorpus(prompts, taggers));
    for (String source : MADE_UP) {
      printValues(source, classifiers.score(source, read(data, source), TrainContext.THRESHOLD));
    }
    PrivacyFigures judged =
        classifiers.score(ContextCorpus.PROMPTS, prompts, TrainContext.THRESHOLD);
    System.out.println(ContextCorpus.PROMPTS + ": " + TrainContext.line(judged));
    judged.misses().stream()
        .filter(miss -> miss.contains(" leak") || miss.contains(" false alarm"))
        .forEach(miss -> System.out.println("  " + miss));
    System.out.println(
        ContextCorpus.PROMPTS
            + ", names: always: "
            + TrainContext.line(classifiers.scoreAlways(ContextCorpus.PROMPTS, prompts)));
    for (String source : NEWS) {
      printValues(source, classifiers.score(source, read(data, source), TrainContext.THRESHOLD));
    }
  }

  private static List<LabelledText> read(Path data, String source) {
    return LabelledTexts.read(data.resolve(source + ".jsonl.gz"));
  }

  private static void printValues(String source, PrivacyFigures figures) {
    System.out.printf(
        Locale.ROOT,
        "%s: F1 %.3f (precision %.3f, recall %.3f), texts with a miss %.1f %%%n",
        source,
        figures.all().f1(),
        figures.all().precision(),
        figures.all().recall(),
        100 * figures.missRate());
    figures
        .types()
        .forEach(
            (type, of) ->
                System.out.printf(
                    Locale.ROOT,
                    "  %s missed %d of %d%n",
                    type,
                    of.asType().labelled() - of.asAny(),
                    of.asType().labelled()));
  }
}
