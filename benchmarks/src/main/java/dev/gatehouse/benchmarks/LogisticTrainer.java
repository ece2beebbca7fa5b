package dev.gatehouse.benchmarks;

import dev.gatehouse.classify.complexity.Features;
import dev.gatehouse.classify.complexity.LinearModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Logistic regression by AdaGrad with decay of the weights; the same seed gives the same model. */
final class LogisticTrainer {

  private static final int EPOCHS = 30;
  private static final double DENSE_RATE = 0.2;
  private static final double WORD_RATE = 0.15;
  private static final double DENSE_DECAY = 1e-5;
  private static final double WORD_DECAY = 1e-3;

  private final double[] dense = new double[Features.size()];
  private final double[] words = new double[Features.BUCKETS];
  private final double[] denseSquares = new double[Features.size()];
  private final double[] wordSquares = new double[Features.BUCKETS];

  /** Set by hand, because the data has single questions only; learning leaves them alone. */
  private static final Map<String, Double> UNSEEN =
      Map.of("tools", 0.8, "turns", 0.8, "schema", 0.3, "instructions", 0.8);

  private LogisticTrainer() {
    UNSEEN.forEach((name, weight) -> dense[Features.NAMES.indexOf(name)] = weight);
  }

  static LinearModel train(List<Example> examples) {
    LogisticTrainer trainer = new LogisticTrainer();
    List<Example> order = new ArrayList<>(examples);
    Random random = new Random(11);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      Collections.shuffle(order, random);
      order.forEach(trainer::learn);
    }
    return trainer.model();
  }

  private void learn(Example example) {
    Features features = example.features();
    double scale = LinearModel.wordScale(features);
    double error = (predict(features, scale) - example.difficulty()) * example.weight();
    for (int i = 0; i < dense.length; i++) {
      double value = features.dense()[i];
      double gradient = value == 0 ? 0 : error * value + DENSE_DECAY * dense[i];
      denseSquares[i] += gradient * gradient;
      dense[i] -= DENSE_RATE * gradient / Math.sqrt(denseSquares[i] + 1e-8);
    }
    for (int bucket : features.words()) {
      double gradient = error * scale + WORD_DECAY * words[bucket];
      wordSquares[bucket] += gradient * gradient;
      words[bucket] -= WORD_RATE * gradient / Math.sqrt(wordSquares[bucket] + 1e-2);
    }
  }

  private double predict(Features features, double scale) {
    double sum = 0;
    for (int i = 0; i < dense.length; i++) {
      sum += dense[i] * features.dense()[i];
    }
    for (int bucket : features.words()) {
      sum += words[bucket] * scale;
    }
    return 1 / (1 + Math.exp(-sum));
  }

  private LinearModel model() {
    byte[] steps = new byte[words.length];
    for (int i = 0; i < words.length; i++) {
      long rounded = Math.round(words[i] / LinearModel.STEP);
      steps[i] = (byte) Math.clamp(rounded, Byte.MIN_VALUE, Byte.MAX_VALUE);
    }
    return new LinearModel(dense, steps);
  }
}
