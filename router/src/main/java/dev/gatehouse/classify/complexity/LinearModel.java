package dev.gatehouse.classify.complexity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/**
 * Logistic regression over {@link Features}.
 *
 * @param dense a weight for each dense value
 * @param words a weight for each bucket, in steps of {@link #STEP}
 */
public record LinearModel(double[] dense, byte[] words) {

  /** What one unit of a word's weight is worth. */
  public static final double STEP = 1.0 / 32;

  private static final String RESOURCE = "difficulty-weights.txt";

  /** Checks the sizes. */
  public LinearModel {
    if (dense.length != Features.size() || words.length != Features.BUCKETS) {
      throw new IllegalArgumentException(
          "complexity weights: expected %d and %d, got %d and %d"
              .formatted(Features.size(), Features.BUCKETS, dense.length, words.length));
    }
    dense = dense.clone();
    words = words.clone();
  }

  /** The difficulty, 0 to 1. */
  public double difficulty(Features features) {
    double sum = 0;
    for (int i = 0; i < dense.length; i++) {
      sum += dense[i] * features.dense()[i];
    }
    double ofWords = 0;
    for (int bucket : features.words()) {
      ofWords += words[bucket];
    }
    sum += ofWords * STEP * wordScale(features);
    return 1 / (1 + Math.exp(-sum));
  }

  /** Words share one vote: a long text does not shout down the other features. */
  public static double wordScale(Features features) {
    return 1 / Math.sqrt(Math.max(4, features.words().length));
  }

  /** The weights that come with Gatehouse. */
  static LinearModel bundled() {
    try (InputStream stream = LinearModel.class.getResourceAsStream(RESOURCE);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    Objects.requireNonNull(stream, RESOURCE), StandardCharsets.UTF_8))) {
      return read(lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads lines of {@code name weight}, the words' as base64; lines from # on are remarks. */
  private static LinearModel read(BufferedReader lines) {
    double[] dense = new double[Features.size()];
    byte[][] words = {new byte[0]};
    int[] next = {0};
    lines
        .lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(
            line -> {
              int space = line.indexOf(' ');
              if (line.startsWith("words ")) {
                words[0] = Base64.getDecoder().decode(line.substring(space + 1));
              } else {
                dense[next[0]++] = Double.parseDouble(line.substring(space + 1));
              }
            });
    return new LinearModel(dense, words[0]);
  }
}
