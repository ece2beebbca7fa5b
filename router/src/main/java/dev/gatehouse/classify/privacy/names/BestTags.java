package dev.gatehouse.classify.privacy.names;

import java.util.Arrays;

/**
 * Finds the tags of a text's words whose scores and transitions add up to most (Viterbi, 1967).
 * Linear in the words. Not for use by several threads.
 */
final class BestTags {

  private static final int IMPOSSIBLE = Integer.MIN_VALUE / 2;

  private final NameModel model;
  private final int[] features = new int[NameFeatures.MOST];
  private final int[] scores = new int[Tags.COUNT];
  private int[] best = new int[Tags.COUNT];
  private int[] next = new int[Tags.COUNT];

  /** The tags of the word before from which the best way may still come. */
  private final int[] live = new int[Tags.COUNT];

  BestTags(NameModel model) {
    this.model = model;
  }

  /** One tag for each word. */
  byte[] of(NameFeatures text) {
    int count = text.words();
    byte[] back = new byte[count * Tags.COUNT];
    Arrays.fill(best, IMPOSSIBLE);
    best[Tags.OUTSIDE] = 0;
    for (int word = 0; word < count; word++) {
      if (text.isInert(word)) {
        stepOutside(back, word * Tags.COUNT);
      } else {
        model.score(features, text.extract(word, features), scores);
        step(back, word * Tags.COUNT);
      }
      int[] done = best;
      best = next;
      next = done;
    }
    return read(back, count);
  }

  private void step(byte[] back, int at) {
    int highest = IMPOSSIBLE;
    int count = findLive();
    for (int tag = 0; tag < Tags.COUNT; tag++) {
      int from = Tags.isInside(tag) ? betterToGoOn(tag) : bestBefore(tag, count);
      back[at + tag] = (byte) from;
      next[tag] = best[from] + model.transition(from, tag) + scores[tag];
      highest = Math.max(highest, next[tag]);
    }
    for (int tag = 0; tag < Tags.COUNT; tag++) {
      next[tag] = Math.max(IMPOSSIBLE, next[tag] - highest);
    }
  }

  /** Ends every name. */
  private void stepOutside(byte[] back, int at) {
    back[at + Tags.OUTSIDE] = (byte) bestBefore(Tags.OUTSIDE, findLive());
    Arrays.fill(next, IMPOSSIBLE);
    next[Tags.OUTSIDE] = 0;
  }

  /** A name goes on from its first word or from a further one. */
  private int betterToGoOn(int inside) {
    int begin = inside - 1;
    int fromBegin = best[begin] + model.transition(begin, inside);
    return best[inside] + model.transition(inside, inside) > fromBegin ? inside : begin;
  }

  /** Leaves out what no transition can bring up to the way by the outside tag. */
  private int findLive() {
    int least = best[Tags.OUTSIDE] - model.spread();
    int count = 0;
    for (int tag = 0; tag < Tags.COUNT; tag++) {
      if (best[tag] >= least) {
        live[count++] = tag;
      }
    }
    return count;
  }

  private int bestBefore(int tag, int count) {
    int from = 0;
    int most = Integer.MIN_VALUE;
    for (int i = 0; i < count; i++) {
      int previous = live[i];
      int sum = best[previous] + model.transition(previous, tag);
      if (sum > most) {
        most = sum;
        from = previous;
      }
    }
    return from;
  }

  private byte[] read(byte[] back, int count) {
    byte[] tags = new byte[count];
    int tag = Tags.OUTSIDE;
    for (int other = 0; other < Tags.COUNT; other++) {
      tag = best[other] > best[tag] ? other : tag;
    }
    for (int word = count - 1; word >= 0; word--) {
      tags[word] = (byte) tag;
      tag = back[word * Tags.COUNT + tag];
    }
    return tags;
  }
}
