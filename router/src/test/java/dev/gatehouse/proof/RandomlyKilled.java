package dev.gatehouse.proof;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.classify.PrivacyClassifier;
import dev.gatehouse.classify.PrivacyReport;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/**
 * Detectors that die at random: by an exception, out of memory, out of stack, or by never coming
 * back until they are interrupted.
 */
final class RandomlyKilled implements PrivacyClassifier {
  private final PrivacyClassifier real;
  private final Random random;

  RandomlyKilled(PrivacyClassifier real, long seed) {
    this.real = real;
    this.random = new Random(seed);
  }

  @Override
  public PrivacyReport scan(JsonNode document) {
    int chance = random.nextInt(1000);
    if (chance < 5) {
      return hang();
    }
    if (chance < 105) {
      throw new IllegalStateException("killed");
    }
    if (chance < 205) {
      throw new OutOfMemoryError("killed");
    }
    if (chance < 305) {
      throw new StackOverflowError("killed");
    }
    return real.scan(document);
  }

  private static PrivacyReport hang() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    throw new IllegalStateException("nobody counts down");
  }
}
