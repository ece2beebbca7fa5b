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
    Words words = text.words();
    int word = 0;
    while (word < tags.length) {
      int end = word + 1;
      while (end < tags.length && tags[word] != Tags.OUTSIDE && Tags.isInside(tags[end])) {
        end++;
      }
      if (tags[word] != Tags.OUTSIDE && NameLikeness.of(text, features.table(), word, end)) {
        Rule rule = RULES.get(Tags.type(tags[word]).index());
        matches.add(text, rule, words.start(firstWord(words, word, end)), words.end(end - 1));
      }
      word = end;
    }
  }

  /** Where a name begins with the sign that ends the sentence before it, that is left out. */
  private static int firstWord(Words words, int first, int end) {
    int word = first;
    while (word < end - 1 && !words.isWord(word)) {
      word++;
    }
    return word;
  }
}
