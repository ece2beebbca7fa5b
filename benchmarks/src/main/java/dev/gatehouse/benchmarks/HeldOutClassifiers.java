package dev.gatehouse.benchmarks;

import static dev.gatehouse.benchmarks.HeldOutTaggers.FOLDS;

import dev.gatehouse.classify.PrivacyClassifier;
import dev.gatehouse.classify.privacy.LexicalPrivacyClassifier;
import dev.gatehouse.classify.privacy.ScanLimits;
import dev.gatehouse.classify.privacy.context.Context;
import dev.gatehouse.classify.privacy.context.ContextAppraiser;
import dev.gatehouse.classify.privacy.context.ContextModel;
import dev.gatehouse.classify.privacy.text.Appraiser;
import dev.gatehouse.config.PrivacyConfig;
import dev.gatehouse.quality.LabelledText;
import dev.gatehouse.quality.PrivacyEvaluation;
import dev.gatehouse.quality.PrivacyFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** The whole scan with a tagger of names and a judge that have not seen the fold they are for. */
final class HeldOutClassifiers {

  private final HeldOutTaggers taggers;
  private final List<ContextModel> judges = new ArrayList<>();

  HeldOutClassifiers(HeldOutTaggers taggers, ContextCorpus corpus) {
    this.taggers = taggers;
    for (int fold = 0; fold < FOLDS; fold++) {
      judges.add(TrainContext.train(corpus.without(fold)));
    }
  }

  /** The figures of a file with the judge's threshold, in logits. */
  PrivacyFigures score(String source, List<LabelledText> texts, double threshold) {
    return score(
        source,
        texts,
        fold -> new ContextAppraiser(new ContextModel(judges.get(fold).weights(), threshold)));
  }

  /** The figures of a file where every person's name counts. */
  PrivacyFigures scoreAlways(String source, List<LabelledText> texts) {
    return score(source, texts, _ -> Context.appraiser(PrivacyConfig.Names.ALWAYS));
  }

  private PrivacyFigures score(
      String source, List<LabelledText> texts, IntFunction<Appraiser> judge) {
    List<PrivacyClassifier> classifiers = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      classifiers.add(
          new LexicalPrivacyClassifier(
              ScanLimits.defaults(), taggers.tagger(fold), judge.apply(fold)));
    }
    return PrivacyEvaluation.crossValidated(
        texts, text -> classifiers.get(HeldOutTaggers.fold(source, text)));
  }
}
