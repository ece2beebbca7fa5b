package dev.gatehouse.gateway;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.gatehouse.classify.FailureListener;
import dev.gatehouse.classify.PrivacyClassifier;
import dev.gatehouse.classify.RequestClassifier;
import dev.gatehouse.classify.complexity.FeatureComplexityClassifier;
import dev.gatehouse.classify.privacy.LexicalPrivacyClassifier;
import dev.gatehouse.classify.privacy.ScanLimits;
import dev.gatehouse.classify.privacy.ScanMemory;
import dev.gatehouse.config.PrivacyConfig;
import java.security.SecureRandom;
import java.time.Clock;

/** Makes the classifier that a configuration asks for. */
public final class Classifiers {
  private static final int KEY_BYTES = 32;

  /** Strings and values in them that are remembered: at about 150 bytes each 40 MB. */
  private static final long MEMORY_WEIGHT = 250_000;

  private Classifiers() {}

  /**
   * The classifier with the customer's own words and rules, which are read again when their files
   * change.
   *
   * @param failures told of scans that failed
   * @throws dev.gatehouse.config.ConfigException if a file cannot be read: a gateway without it
   *     would let its words out
   */
  public static RequestClassifier of(PrivacyConfig privacy, FailureListener failures) {
    VocabularyFiles files = new VocabularyFiles(privacy, RecognizerJars.load(privacy));
    return new RequestClassifier(
        new CurrentClassifier(files, privacy.names(), Clock.systemUTC()),
        new FeatureComplexityClassifier(),
        failures);
  }

  /**
   * The privacy scan alone, which remembers nothing: what it finds and takes is to be measured.
   *
   * @throws dev.gatehouse.config.ConfigException if a file cannot be read
   */
  public static PrivacyClassifier forgetful(PrivacyConfig privacy) {
    VocabularyFiles files = new VocabularyFiles(privacy, RecognizerJars.load(privacy));
    return new LexicalPrivacyClassifier(ScanLimits.defaults(), files.read(), privacy.names());
  }

  /** A new one for each classifier, with a key that is known to nobody. */
  static ScanMemory memory() {
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
}
