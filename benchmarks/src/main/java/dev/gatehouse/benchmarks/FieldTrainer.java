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
  private static final double DECAY = 2e-5;
  private static final double IGNORED = 0.003;
  private static final int BUCKETS = 1 << 17;
  private static final double LARGEST = 127;

  private final Map<Integer, Integer> ids = new HashMap<>();
  private final List<Integer> hashes = new ArrayList<>();
  private final int[][][] features;
  private final List<TaggedText> texts;
  private float[] weights = new float[0];
  private float[] squares = new float[0];
  private final double[] transitions = new double[TAGS * TAGS];
  private final double[] transitionSquares = new double[TAGS * TAGS];

  private FieldTrainer(List<TaggedText> texts, int leastCount) {
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
              .map(word -> ids(word, counts, leastCount))
              .toArray(int[][]::new);
    }
    weights = new float[hashes.size() * TAGS];
    squares = new float[hashes.size() * TAGS];
  }

  private int[] ids(int[] word, Map<Integer, Integer> counts, int leastCount) {
    return Arrays.stream(word)
        .filter(feature -> counts.getOrDefault(feature, 0) >= leastCount)
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

  static NameModel train(List<TaggedText> texts, double outsideBias) {
    FieldTrainer trainer = new FieldTrainer(texts, 3);
    List<Integer> order = new ArrayList<>(IntStream.range(0, texts.size()).boxed().toList());
    Random random = new Random(7);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      Collections.shuffle(order, random);
      double loss = 0;
      for (int t : order) {
        loss += trainer.learn(t);
      }
      System.err.printf("  epoch %d loss %.1f%n", epoch, loss);
    }
    return trainer.model(outsideBias);
  }

  private double learn(int t) {
    int[][] words = features[t];
    if (words.length == 0) {
      return 0;
    }
    double[][] scores = new double[words.length][TAGS];
    for (int i = 0; i < words.length; i++) {
      for (int feature : words[i]) {
        for (int tag = 0; tag < TAGS; tag++) {
          scores[i][tag] += weights[feature * TAGS + tag];
        }
      }
    }
    int[] anything = new int[words.length];
    Arrays.fill(anything, (1 << TAGS) - 1);
    Lattice free = new Lattice(scores, transitions, anything);
    Lattice bound = new Lattice(scores, transitions, texts.get(t).allowed());
    double weight = texts.get(t).weight();
    for (int i = 0; i < words.length; i++) {
      update(words[i], free.marginals[i], bound.marginals[i], weight);
    }
    updateTransitions(free, bound, weight);
    return (free.logSum - bound.logSum) * weight;
  }

  private void update(int[] word, double[] free, double[] bound, double weight) {
    double most = 0;
    for (int tag = 0; tag < TAGS; tag++) {
      most = Math.max(most, Math.abs(free[tag] - bound[tag]));
    }
    if (most < IGNORED) {
      return;
    }
    for (int feature : word) {
      int at = feature * TAGS;
      for (int tag = 0; tag < TAGS; tag++) {
        double gradient = (free[tag] - bound[tag]) * weight;
        if (Math.abs(gradient) > IGNORED / 10) {
          gradient += DECAY * weights[at + tag] * 100;
          squares[at + tag] += (float) (gradient * gradient);
          weights[at + tag] -= (float) (RATE * gradient / Math.sqrt(squares[at + tag] + 1.0));
        }
      }
    }
  }

  private void updateTransitions(Lattice free, Lattice bound, double weight) {
    for (int pair = 0; pair < transitions.length; pair++) {
      double gradient = (free.pairs[pair] - bound.pairs[pair]) * weight;
      transitionSquares[pair] += gradient * gradient;
      transitions[pair] -= RATE * gradient / Math.sqrt(transitionSquares[pair] + 1.0);
    }
  }

  /** The model in whole steps, the weightiest features first. */
  private NameModel model(double outsideBias) {
    double largest = 0.5;
    double[] spread = new double[hashes.size()];
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
    double step = Math.min(largest, 3.0) / LARGEST;
    NameModel.Builder builder = new NameModel.Builder(BUCKETS);
    int left = 0;
    int lost = 0;
    List<Integer> order = new ArrayList<>(IntStream.range(0, spread.length).boxed().toList());
    order.sort(
        Comparator.comparingDouble((Integer feature) -> -spread[feature])
            .thenComparing(hashes::get));
    for (int feature : order) {
      if (spread[feature] < 2 * step) {
        left++;
      } else if (!builder.add(hashes.get(feature), row(feature, step))) {
        lost++;
      }
    }
    for (int previous = 0; previous < TAGS; previous++) {
      for (int next = 0; next < TAGS; next++) {
        double bias = next == Tags.OUTSIDE ? outsideBias : 0;
        builder.setTransition(
            previous, next, (int) Math.round((transitions[previous * TAGS + next] + bias) / step));
      }
    }
    System.err.printf(
        "  %d features, %d without weight, %d without room, largest %.2f%n",
        spread.length, left, lost, largest);
    return builder.build();
  }

  private byte[] row(int feature, double step) {
    byte[] row = new byte[TAGS];
    for (int tag = 0; tag < TAGS; tag++) {
      row[tag] = (byte) Math.clamp(Math.round(weights[feature * TAGS + tag] / step), -127L, 127L);
    }
    return row;
  }

  /** Forward and backward sums over all ways to tag a text, in logarithms scaled word by word. */
  private static final class Lattice {

    final double[][] marginals;
    final double[] pairs = new double[TAGS * TAGS];
    final double logSum;

    Lattice(double[][] scores, double[] transitions, int[] allowed) {
      int count = scores.length;
      double[] pairFactor = new double[TAGS * TAGS];
      for (int i = 0; i < pairFactor.length; i++) {
        pairFactor[i] = Tags.mayFollow(i / TAGS, i % TAGS) ? Math.exp(transitions[i]) : 0;
      }
      double[][] factor = new double[count][TAGS];
      double[][] forward = new double[count][TAGS];
      double[] scale = new double[count];
      double log = 0;
      double[] start = new double[TAGS];
      start[Tags.OUTSIDE] = 1;
      for (int i = 0; i < count; i++) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int tag = 0; tag < TAGS; tag++) {
          highest = Math.max(highest, scores[i][tag]);
        }
        double sum = 0;
        double[] before = i == 0 ? start : forward[i - 1];
        for (int tag = 0; tag < TAGS; tag++) {
          if (((allowed[i] >> tag) & 1) == 0) {
            continue;
          }
          factor[i][tag] = Math.exp(Math.max(-40, scores[i][tag] - highest));
          double ways = 0;
          for (int previous = 0; previous < TAGS; previous++) {
            ways += before[previous] * pairFactor[previous * TAGS + tag];
          }
          forward[i][tag] = ways * factor[i][tag];
          sum += forward[i][tag];
        }
        scale[i] = Math.max(sum, 1e-200);
        for (int tag = 0; tag < TAGS; tag++) {
          forward[i][tag] /= scale[i];
        }
        log += Math.log(scale[i]) + highest;
      }
      logSum = log;
      marginals = new double[count][TAGS];
      double[] backward = new double[TAGS];
      Arrays.fill(backward, 1);
      for (int i = count - 1; i >= 0; i--) {
        for (int tag = 0; tag < TAGS; tag++) {
          marginals[i][tag] = forward[i][tag] * backward[tag];
        }
        double[] before = i == 0 ? start : forward[i - 1];
        double[] earlier = new double[TAGS];
        for (int previous = 0; previous < TAGS; previous++) {
          for (int tag = 0; tag < TAGS; tag++) {
            double way =
                pairFactor[previous * TAGS + tag] * factor[i][tag] * backward[tag] / scale[i];
            earlier[previous] += way;
            pairs[previous * TAGS + tag] += before[previous] * way;
          }
        }
        backward = earlier;
      }
    }
  }
}
