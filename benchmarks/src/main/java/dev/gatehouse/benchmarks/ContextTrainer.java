package dev.gatehouse.benchmarks;

import dev.gatehouse.classify.privacy.context.ContextModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Logistic regression by AdaGrad with decay of the weights; the same seed gives the same model. */
final class ContextTrainer {

  private static final int EPOCHS = 25;
  private static final double RATE = 0.1;

  /** Features that are met seldom learn little. */
  private static final double DAMPING = 1;

  private final double decay;
  private final double[] weights = new double[ContextModel.features()];
  private final double[] squares = new double[ContextModel.features()];

  private ContextTrainer(double decay) {
    this.decay = decay;
  }

  /**
   * A name to learn from.
   *
   * @param features the indexes of those that hold
   * @param weight how much it counts
   */
  record Name(int[] features, boolean isPrivate, double weight) {}

  static ContextModel train(List<Name> names, double decay, double threshold) {
    ContextTrainer trainer = new ContextTrainer(decay);
    List<Name> order = new ArrayList<>(names);
    Random random = new Random(7);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      Collections.shuffle(order, random);
      order.forEach(trainer::learn);
    }
    return trainer.model(threshold);
  }

  private void learn(Name name) {
    double sum = 0;
    for (int feature : name.features()) {
      sum += weights[feature];
    }
    double predicted = 1 / (1 + Math.exp(-sum));
    double error = (predicted - (name.isPrivate() ? 1 : 0)) * name.weight();
    for (int feature : name.features()) {
      double gradient = error + decay * weights[feature];
      squares[feature] += gradient * gradient;
      weights[feature] -= RATE * gradient / Math.sqrt(squares[feature] + DAMPING);
    }
  }

  private ContextModel model(double threshold) {
    byte[] steps = new byte[weights.length];
    for (int i = 0; i < steps.length; i++) {
      long rounded = Math.round(weights[i] / ContextModel.STEP);
      steps[i] = (byte) Math.clamp(rounded, Byte.MIN_VALUE, Byte.MAX_VALUE);
    }
    return new ContextModel(steps, threshold);
  }
}
