package dev.gatehouse.benchmarks;

import dev.gatehouse.classify.privacy.names.NameModel;
import dev.gatehouse.classify.privacy.names.NameTagger;
import dev.gatehouse.classify.privacy.text.Detector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Taggers of names, each trained on all texts but those of one fold. */
final class HeldOutTaggers {

  /** Parts of the texts, each in turn held out. */
  static final int FOLDS = 5;

  private static final int SPREAD = 0x9E3779B1;

  private final List<Detector> taggers = new ArrayList<>();

  HeldOutTaggers(Path data) {
    List<NameExample> examples = new NameCorpus(data).read();
    for (int held = 0; held < FOLDS; held++) {
      int fold = held;
      List<TaggedText> seen =
          examples.stream()
              .filter(example -> fold(example.text()) != fold)
              .map(TaggedText::of)
              .toList();
      NameModel model = FieldTrainer.train(seen);
      taggers.add(new NameTagger(model));
    }
  }

  /** The part that a text belongs to. */
  static int fold(String text) {
    return Math.floorMod((text.hashCode() * SPREAD) >>> 8, FOLDS);
  }

  /** The tagger that has not seen the texts of a fold. */
  Detector tagger(int fold) {
    return taggers.get(fold);
  }
}
