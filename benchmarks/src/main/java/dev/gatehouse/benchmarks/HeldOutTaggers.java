package dev.gatehouse.benchmarks;

import dev.gatehouse.classify.privacy.names.NameModel;
import dev.gatehouse.classify.privacy.names.NameTagger;
import dev.gatehouse.classify.privacy.text.Detector;
import dev.gatehouse.quality.LabelledText;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Taggers of names, each trained as the one that ships but on half of the folds. What was made from
 * one template is in one fold.
 */
final class HeldOutTaggers {

  /** Parts of the texts, each in turn held out from the judge. */
  static final int FOLDS = 8;

  /** A tagger takes a minute to train, so that half of the parts are held out from it at once. */
  private static final int TAGGERS = 2;

  private static final int SPREAD = 0x9E3779B1;

  private final List<NameModel> models;

  HeldOutTaggers(Path data) {
    List<NameExample> examples = new NameCorpus(data).read();
    models =
        IntStream.range(0, TAGGERS).parallel().mapToObj(held -> trained(examples, held)).toList();
  }

  static NameModel trained(List<NameExample> examples, int held) {
    return TrainNames.train(
        examples.stream().filter(example -> fold(example.group()) % TAGGERS != held).toList());
  }

  /** The part that a group of texts belongs to. */
  static int fold(String group) {
    return Math.floorMod((group.hashCode() * SPREAD) >>> 8, FOLDS);
  }

  /** The part that a labelled text belongs to. */
  static int fold(String source, LabelledText text) {
    String group = text.group().equals(text.id()) ? "" : text.group();
    return fold(NameCorpus.group(source, group, text.text()));
  }

  NameModel model(int fold) {
    return models.get(fold % TAGGERS);
  }

  /** The tagger that has not seen the texts of a fold. */
  Detector tagger(int fold) {
    return new NameTagger(models.get(fold % TAGGERS));
  }
}
