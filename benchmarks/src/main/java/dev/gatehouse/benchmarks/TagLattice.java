package dev.gatehouse.benchmarks;

import dev.gatehouse.classify.privacy.names.Tags;
import java.util.Arrays;

/**
 * All ways to tag a text, weighted: how likely each tag of each word is, and each pair of
 * neighbours, by forward and backward sums (Rabiner, 1989), scaled word by word.
 */
final class TagLattice {

  private static final int TAGS = Tags.COUNT;
  private static final double LEAST_LOG = -40;
  private static final double TINY = 1e-200;

  private final double[] pairFactor;
  private final double[][] factor;
  private final double[][] forward;
  private final double[] scale;
  private final double[][] marginals;
  private final double[] pairs = new double[TAGS * TAGS];

  /**
   * Sums.
   *
   * @param scores of each word's tags, in logarithms
   * @param transitions of each tag to each, in logarithms
   * @param allowed for each word a bit for each tag that counts
   */
  TagLattice(double[][] scores, double[] transitions, int[] allowed) {
    int count = scores.length;
    pairFactor = new double[TAGS * TAGS];
    for (int i = 0; i < pairFactor.length; i++) {
      pairFactor[i] = Tags.mayFollow(i / TAGS, i % TAGS) ? Math.exp(transitions[i]) : 0;
    }
    factor = new double[count][TAGS];
    forward = new double[count][TAGS];
    scale = new double[count];
    marginals = new double[count][TAGS];
    for (int i = 0; i < count; i++) {
      forward(i, scores[i], allowed[i]);
    }
    double[] backward = new double[TAGS];
    Arrays.fill(backward, 1);
    for (int i = count - 1; i >= 0; i--) {
      backward = backward(i, backward);
    }
  }

  private double[] before(int word) {
    if (word > 0) {
      return forward[word - 1];
    }
    double[] start = new double[TAGS];
    start[Tags.OUTSIDE] = 1;
    return start;
  }

  private void forward(int word, double[] scores, int allowed) {
    double highest = Arrays.stream(scores).max().orElse(0);
    double[] before = before(word);
    double sum = 0;
    for (int tag = 0; tag < TAGS; tag++) {
      if (((allowed >> tag) & 1) == 0) {
        continue;
      }
      factor[word][tag] = Math.exp(Math.max(LEAST_LOG, scores[tag] - highest));
      double ways = 0;
      for (int previous = 0; previous < TAGS; previous++) {
        ways += before[previous] * pairFactor[previous * TAGS + tag];
      }
      forward[word][tag] = ways * factor[word][tag];
      sum += forward[word][tag];
    }
    scale[word] = Math.max(sum, TINY);
    for (int tag = 0; tag < TAGS; tag++) {
      forward[word][tag] /= scale[word];
    }
  }

  private double[] backward(int word, double[] backward) {
    for (int tag = 0; tag < TAGS; tag++) {
      marginals[word][tag] = forward[word][tag] * backward[tag];
    }
    double[] before = before(word);
    double[] earlier = new double[TAGS];
    for (int previous = 0; previous < TAGS; previous++) {
      for (int tag = 0; tag < TAGS; tag++) {
        int pair = previous * TAGS + tag;
        double way = pairFactor[pair] * factor[word][tag] * backward[tag] / scale[word];
        earlier[previous] += way;
        pairs[pair] += before[previous] * way;
      }
    }
    return earlier;
  }

  /** The probability of a word's tag. */
  double marginal(int word, int tag) {
    return marginals[word][tag];
  }

  /** How often a tag stands after another, as expected over the text. */
  double pair(int previous, int next) {
    return pairs[previous * TAGS + next];
  }
}
