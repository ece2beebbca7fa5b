package dev.gatehouse.classify.complexity;

import dev.gatehouse.classify.Complexity;
import dev.gatehouse.classify.ComplexityClassifier;
import dev.gatehouse.inference.ChatRequest;

/**
 * Estimates by features of the text: what it is about, how it is put, what it demands; length is
 * only one of them, since short is not easy. Task by votes of words; difficulty by a small logistic
 * regression whose weights name the command and data that made them, and never below {@link
 * ExpertFloor}.
 */
public final class FeatureComplexityClassifier implements ComplexityClassifier {

  private final FeatureExtractor extractor = new FeatureExtractor();
  private final LinearModel model = LinearModel.bundled();

  /** Reads the bundled word lists and weights. */
  public FeatureComplexityClassifier() {}

  @Override
  public Complexity estimate(ChatRequest request) {
    Features features = extractor.extract(request);
    double difficulty = Math.max(model.difficulty(features), ExpertFloor.of(features));
    return new Complexity(features.task(), difficulty);
  }
}
