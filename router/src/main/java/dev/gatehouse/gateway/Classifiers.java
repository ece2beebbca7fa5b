package dev.gatehouse.gateway;

import dev.gatehouse.classify.RequestClassifier;
import dev.gatehouse.classify.complexity.FeatureComplexityClassifier;
import dev.gatehouse.config.PrivacyConfig;
import java.time.Clock;

/** Makes the classifier that a configuration asks for. */
public final class Classifiers {
  private Classifiers() {}

  /**
   * The classifier with the customer's own words and rules, which are read again when their files
   * change.
   *
   * @throws dev.gatehouse.config.ConfigException if a file cannot be read: a gateway without it
   *     would let its words out
   */
  public static RequestClassifier of(PrivacyConfig privacy) {
    return new RequestClassifier(
        new CurrentClassifier(new VocabularyFiles(privacy), Clock.systemUTC()),
        new FeatureComplexityClassifier());
  }
}
