package dev.gatehouse.gateway;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.gatehouse.classify.FailureListener;
import dev.gatehouse.classify.PrivacyClassifier;
import dev.gatehouse.classify.RequestClassifier;
import dev.gatehouse.classify.complexity.FeatureComplexityClassifier;
import dev.gatehouse.classify.privacy.EntityRecognizer;
import dev.gatehouse.classify.privacy.LexicalPrivacyClassifier;
import dev.gatehouse.classify.privacy.ScanLimits;
import dev.gatehouse.classify.privacy.ScanMemory;
import dev.gatehouse.config.PrivacyConfig;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ConcurrentMap;

/**
 * Makes the classifiers that a configuration asks for: the gateway's own and its tenants'. What
 * they share is there once: the recognisers, and the room for what is remembered of scans.
 */
public final class Classifiers {
  private static final int KEY_BYTES = 32;

  /** Strings and values in them that are remembered: at about 150 bytes each 40 MB. */
  private static final long MEMORY_WEIGHT = 250_000;

  private final List<EntityRecognizer> recognizers;
  private final ConcurrentMap<ScanMemory.Digest, ScanMemory.Remembered> strings =
      Caffeine.newBuilder()
          .maximumWeight(MEMORY_WEIGHT)
          .weigher((ScanMemory.Digest _, ScanMemory.Remembered found) -> found.weight())
          .executor(Runnable::run)
          .build()
          .asMap();

  /**
   * Loads the recognisers.
   *
   * @param own the gateway's own configuration, which tenants inherit the recognisers of
   * @throws dev.gatehouse.config.ConfigException if a recogniser cannot be had
   */
  public Classifiers(PrivacyConfig own) {
    this.recognizers = RecognizerJars.load(own);
  }

  /**
   * The classifier with the customer's own words and rules, which are read again when their files
   * change.
   *
   * @param failures told of scans that failed
   * @throws dev.gatehouse.config.ConfigException if a file cannot be read: a gateway without it
   *     would let its words out
   */
  public RequestClassifier of(PrivacyConfig privacy, FailureListener failures) {
    return new RequestClassifier(
        new CurrentClassifier(files(privacy), privacy.names(), this::memory, Clock.systemUTC()),
        new FeatureComplexityClassifier(),
        failures);
  }

  /**
   * The privacy scan alone, which remembers nothing: what it finds and takes is to be measured.
   *
   * @throws dev.gatehouse.config.ConfigException if a file cannot be read
   */
  public PrivacyClassifier forgetful(PrivacyConfig privacy) {
    return new LexicalPrivacyClassifier(
        ScanLimits.defaults(), files(privacy).read(), privacy.names());
  }

  private VocabularyFiles files(PrivacyConfig privacy) {
    return new VocabularyFiles(privacy, recognizers);
  }

  /** A new one for each classifier, with a key that is known to nobody. */
  private ScanMemory memory() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return new ScanMemory(key, strings);
  }
}
