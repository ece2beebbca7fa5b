package dev.gatehouse.benchmarks;

import dev.gatehouse.benchmarks.ContextTrainer.Name;
import dev.gatehouse.classify.privacy.context.ContextAppraiser;
import dev.gatehouse.classify.privacy.context.ContextModel;
import dev.gatehouse.classify.privacy.text.Detector;
import dev.gatehouse.quality.LabelledText;
import java.util.ArrayList;
import java.util.List;

/** The names to learn from: those of the labelled prompts by fold, and those of our own texts. */
final class ContextCorpus {

  private final List<List<Name>> prompts = new ArrayList<>();
  private final List<Name> own = new ArrayList<>();

  ContextCorpus(List<LabelledText> labelled, HeldOutTaggers taggers) {
    ContextExamples examples =
        new ContextExamples(
            new ContextAppraiser(new ContextModel(new byte[ContextModel.features()], 0)));
    for (int fold = 0; fold < HeldOutTaggers.FOLDS; fold++) {
      Detector tagger = taggers.tagger(fold);
      List<Name> names = new ArrayList<>();
      for (LabelledText text : labelled) {
        if (!text.weak() && HeldOutTaggers.fold(text.text()) == fold) {
          names.addAll(examples.of(text, tagger, 1));
        }
      }
      prompts.add(names);
    }
    for (LabelledText text : ContextTexts.read()) {
      own.addAll(examples.of(text, taggers.tagger(0), 1));
    }
    ContextTexts.records().forEach(record -> own.addAll(examples.of(record, 1)));
  }

  List<Name> all() {
    return without(-1);
  }

  List<Name> without(int fold) {
    List<Name> names = new ArrayList<>(own);
    for (int i = 0; i < prompts.size(); i++) {
      if (i != fold) {
        names.addAll(prompts.get(i));
      }
    }
    return names;
  }
}
