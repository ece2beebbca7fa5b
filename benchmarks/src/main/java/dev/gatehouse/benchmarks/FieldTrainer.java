package dev.gatehouse.benchmarks;

import dev.gatehouse.classify.privacy.names.NameModel;
import dev.gatehouse.classify.privacy.names.Tags;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Fits a linear-chain conditional random field by AdaGrad. Where the data leaves a word's tag open,
 * the sum over all tags that it may have is made likely. The same texts in the same order give the
 * same model.
 */
final class FieldTrainer {

  private static final int TAGS = Tags.COUNT;
  private static final int EPOCHS = 8;
  private static final double RATE = 0.15;
  private static final double DECAY = 2e-3;
  private static final double IGNORED = 0.003;
  private static final int BUCKETS = 1 << 14;
  private static final long LARGEST_BYTE = 127;

  /** Above it weights are cut off, so that the small ones keep their steps. */
  private static final double LARGEST_WEIGHT = 3;

  private static final int LEAST_COUNT = 3;

  /** A name missed is worse than a word too many: what counts against the outside tag. */
  private static final double OUTSIDE_BIAS = -0.9;

  private final Map<Integer, Integer> ids = new HashMap<>();
  private final List<Integer> hashes = new ArrayList<>();
  private final int[][][] features;
  private final List<TaggedText> texts;
  private float[] weights = new float[0];
  private float[] squares = new float[0];
  private final double[] transitions = new double[TAGS * TAGS];
  private final double[] transitionSquares = new double[TAGS * TAGS];

  private FieldTrainer(List<TaggedText> texts) {
    this.texts = texts;
    Map<Integer, Integer> counts = new HashMap<>();
    for (TaggedText text : texts) {
      for (int[] word : text.features()) {
        for (int feature : word) {
          counts.merge(feature, 1, Integer::sum);
        }
      }
    }
    features = new int[texts.size()][][];
    for (int t = 0; t < features.length; t++) {
      features[t] =
          Arrays.stream(texts.get(t).features())
              .map(word -> ids(word, counts))
              .toArray(int[][]::new);
    }
    weights = new float[hashes.size() * TAGS];
    squares = new float[hashes.size() * TAGS];
  }

  private int[] ids(int[] word, Map<Integer, Integer> counts) {
    return Arrays.stream(word)
        .filter(feature -> counts.getOrDefault(feature, 0) >= LEAST_COUNT)
        .map(
            feature ->
                ids.computeIfAbsent(
                    feature,
                    _ -> {
                      hashes.add(feature);
                      return hashes.size() - 1;
                    }))
        .toArray();
  }

  static NameModel train(List<TaggedText> texts) {
    FieldTrainer trainer = new FieldTrainer(texts);
    List<Integer> order = new ArrayList<>(IntStream.range(0, texts.size()).boxed().toList());
    Random random = new Random(7);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      Collections.shuffle(order, random);
      order.forEach(trainer::learn);
    }
    return trainer.model();
  }

  private void learn(int t) {
    int[][] words = features[t];
    double[][] scores = Arrays.stream(words).map(this::scores).toArray(double[][]::new);
    int[] anything = new int[words.length];
    Arrays.fill(anything, (1 << TAGS) - 1);
    TagLattice free = new TagLattice(scores, transitions, anything);
    TagLattice bound = new TagLattice(scores, transitions, texts.get(t).allowed());
    double weight = texts.get(t).weight();
    double[] gradient = new double[TAGS];
    for (int i = 0; i < words.length; i++) {
      double most = 0;
      for (int tag = 0; tag < TAGS; tag++) {
        double difference = free.marginal(i, tag) - bound.marginal(i, tag);
        gradient[tag] = difference * weight;
        most = Math.max(most, Math.abs(difference));
      }
      if (most >= IGNORED) {
        update(words[i], gradient);
      }
    }
    updateTransitions(free, bound, weight);
  }

  private double[] scores(int[] word) {
    double[] scores = new double[TAGS];
    for (int feature : word) {
      for (int tag = 0; tag < TAGS; tag++) {
        scores[tag] += weights[feature * TAGS + tag];
      }
    }
    return scores;
  }

  private void update(int[] word, double[] gradients) {
    for (int feature : word) {
      for (int tag = 0; tag < TAGS; tag++) {
        int at = feature * TAGS + tag;
        if (Math.abs(gradients[tag]) > IGNORED / 10) {
          double gradient = gradients[tag] + DECAY * weights[at];
          squares[at] += (float) (gradient * gradient);
          weights[at] -= (float) (RATE * gradient / Math.sqrt(squares[at] + 1.0));
        }
      }
    }
  }

  private void updateTransitions(TagLattice free, TagLattice bound, double weight) {
    for (int pair = 0; pair < transitions.length; pair++) {
      int previous = pair / TAGS;
      int next = pair % TAGS;
      double gradient = (free.pair(previous, next) - bound.pair(previous, next)) * weight;
      transitionSquares[pair] += gradient * gradient;
      transitions[pair] -= RATE * gradient / Math.sqrt(transitionSquares[pair] + 1.0);
    }
  }

  /** The model in whole steps, the weightiest features first. */
  private NameModel model() {
    double[] spread = new double[hashes.size()];
    double largest = 0;
    for (int feature = 0; feature < spread.length; feature++) {
      double low = 0;
      double high = 0;
      for (int tag = 0; tag < TAGS; tag++) {
        low = Math.min(low, weights[feature * TAGS + tag]);
        high = Math.max(high, weights[feature * TAGS + tag]);
      }
      spread[feature] = high - low;
      largest = Math.max(largest, Math.max(high, -low));
    }
    double step = Math.min(largest, LARGEST_WEIGHT) / LARGEST_BYTE;
    NameModel.Builder builder = new NameModel.Builder(BUCKETS);
    IntStream.range(0, spread.length)
        .boxed()
        .filter(feature -> spread[feature] >= 2 * step)
        .sorted(
            Comparator.comparingDouble((Integer feature) -> -spread[feature])
                .thenComparing(hashes::get))
        .forEach(feature -> builder.add(hashes.get(feature), row(feature, step)));
    setTransitions(builder, step);
    return builder.build();
  }

  private void setTransitions(NameModel.Builder builder, double step) {
    for (int previous = 0; previous < TAGS; previous++) {
      for (int next = 0; next < TAGS; next++) {
        double bias = next == Tags.OUTSIDE ? OUTSIDE_BIAS : 0;
        double weight = transitions[previous * TAGS + next] + bias;
        builder.setTransition(previous, next, (int) Math.round(weight / step));
      }
    }
  }

  private byte[] row(int feature, double step) {
    byte[] row = new byte[TAGS];
    for (int tag = 0; tag < TAGS; tag++) {
      long steps = Math.round(weights[feature * TAGS + tag] / step);
      row[tag] = (byte) Math.clamp(steps, -LARGEST_BYTE, LARGEST_BYTE);
    }
    return row;
  }
}
