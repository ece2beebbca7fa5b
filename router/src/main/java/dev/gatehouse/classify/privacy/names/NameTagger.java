package dev.gatehouse.classify.privacy.names;

import dev.gatehouse.classify.privacy.text.Detector;
import dev.gatehouse.classify.privacy.text.Matches;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Rule;
import dev.gatehouse.classify.privacy.text.Words;
import dev.gatehouse.config.PrivacyClass;
import java.util.Arrays;
import java.util.List;

/** Finds names by the trained model. Whose names they are is not its to say. */
public final class NameTagger implements Detector {

  private static final List<Rule> RULES =
      Arrays.stream(NameType.values())
          .map(type -> new Rule(type.findingType(), "name-model", PrivacyClass.INTERNAL))
          .toList();

  private final NameModel model;

  /** Tags with the given weights. */
  public NameTagger(NameModel model) {
    this.model = model;
  }

  @Override
  public void detect(NormalizedText text, Matches matches) {
    NameFeatures features = NameModel.features(text);
    byte[] tags = new BestTags(model).of(features);
    RepeatedNames.tag(features.table(), tags);
    NameBounds bounds = new NameBounds(features.table(), tags);
    int word = 0;
    while (word < tags.length) {
      int end = word + 1;
      while (end < tags.length && tags[word] != Tags.OUTSIDE && Tags.isInside(tags[end])) {
        end++;
      }
      if (tags[word] != Tags.OUTSIDE) {
        NameType type = bounds.type(word, end);
        bounds
            .of(type, word, end)
            .forEach(name -> add(text, features.table(), type, name, matches));
      }
      word = end;
    }
  }

  private static void add(
      NormalizedText text, WordTable table, NameType type, int[] name, Matches matches) {
    if (NameLikeness.of(text, table, name[0], name[1])) {
      Words words = text.words();
      matches.add(text, RULES.get(type.index()), words.start(name[0]), words.end(name[1] - 1));
    }
  }
}
