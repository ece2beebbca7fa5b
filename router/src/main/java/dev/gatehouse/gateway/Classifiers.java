package dev.gatehouse.gateway;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.gatehouse.classify.PrivacyClassifier;
import dev.gatehouse.classify.RequestClassifier;
import dev.gatehouse.classify.complexity.FeatureComplexityClassifier;
import dev.gatehouse.classify.privacy.LexicalPrivacyClassifier;
import dev.gatehouse.classify.privacy.ScanLimits;
import dev.gatehouse.classify.privacy.ScanMemory;
import dev.gatehouse.config.PrivacyConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

/** Makes the classifier that a configuration asks for. */
public final class Classifiers {
  private static final int KEY_BYTES = 32;

  /** Strings and values in them that are remembered: at about 150 bytes each 40 MB. */
  private static final long MEMORY_WEIGHT = 250_000;

  private Classifiers() {}

  /**
   * The classifier with the customer's own words, which are read once.
   *
   * @throws UncheckedIOException if a dictionary cannot be read: a gateway without it would let its
   *     words out
   */
  public static RequestClassifier of(PrivacyConfig privacy) {
    return new RequestClassifier(
        new LexicalPrivacyClassifier(
            ScanLimits.defaults(), words(privacy), privacy.names(), memory()),
        new FeatureComplexityClassifier());
  }

  /**
   * The privacy scan alone, which remembers nothing: what it finds and takes is to be measured.
   *
   * @throws UncheckedIOException if a dictionary cannot be read
   */
  public static PrivacyClassifier forgetful(PrivacyConfig privacy) {
    return new LexicalPrivacyClassifier(ScanLimits.defaults(), words(privacy), privacy.names());
  }

  private static List<String> words(PrivacyConfig privacy) {
    return privacy.dictionaries().stream().flatMap(file -> words(file).stream()).toList();
  }

  /** A new one for each classifier, with a key that is known to nobody. */
  private static ScanMemory memory() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return new ScanMemory(
        key,
        Caffeine.newBuilder()
            .maximumWeight(MEMORY_WEIGHT)
            .weigher((ScanMemory.Digest _, ScanMemory.Remembered found) -> found.weight())
            .executor(Runnable::run)
            .build()
            .asMap());
  }

  private static List<String> words(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "privacy.dictionaries: " + file + " cannot be read as UTF-8 text", e);
    }
  }
}
