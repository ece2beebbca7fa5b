package dev.gatehouse.classify.privacy.context;

import dev.gatehouse.classify.privacy.text.ResourceLines;
import java.util.Base64;
import java.util.List;

/**
 * Logistic regression over the features of a name.
 *
 * @param weights one for each feature, in steps of {@link #STEP}
 * @param threshold the least score, in logits, of a private person's name
 */
public record ContextModel(byte[] weights, double threshold) {

  /** What one unit of a weight is worth. */
  public static final double STEP = 1.0 / 32;

  private static final String RESOURCE = "weights.txt";

  /** Checks the size. */
  public ContextModel {
    if (weights.length != Features.SIZE) {
      throw new IllegalArgumentException(
          "context weights: expected " + Features.SIZE + ", got " + weights.length);
    }
    weights = weights.clone();
  }

  /** How many features there are. */
  public static int features() {
    return Features.SIZE;
  }

  /** How far above the threshold a name is, in logits; private from 0 on. */
  double margin(int[] features) {
    int sum = 0;
    for (int feature : features) {
      sum += weights[feature];
    }
    return sum * STEP - threshold;
  }

  /** The weights that come with Gatehouse. */
  static ContextModel bundled() {
    List<String> lines = ResourceLines.of(ContextModel.class, RESOURCE);
    return new ContextModel(
        Base64.getDecoder().decode(lines.get(1)), Double.parseDouble(lines.get(0)));
  }
}
