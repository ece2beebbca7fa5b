package dev.gatehouse.gateway;

import dev.gatehouse.classify.PrivacyClassifier;
import dev.gatehouse.classify.privacy.LexicalPrivacyClassifier;
import dev.gatehouse.classify.privacy.ScanLimits;
import dev.gatehouse.classify.privacy.ScanMemory;
import dev.gatehouse.config.ConfigException;
import dev.gatehouse.config.PrivacyConfig;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The privacy classifier with the vocabulary as its files have it now. Files that changed count
 * from the next request on that comes a second after the last look; files that cannot be read any
 * more leave the last good vocabulary in place, with a warning. Safe for use by any thread.
 */
final class CurrentClassifier implements Supplier<PrivacyClassifier> {
  private static final Logger LOG = LoggerFactory.getLogger(CurrentClassifier.class);
  private static final Duration INTERVAL = Duration.ofSeconds(1);

  private final VocabularyFiles files;
  private final PrivacyConfig.Names names;
  private final Supplier<ScanMemory> memories;
  private final InstantSource clock;
  private final ReentrantLock looking = new ReentrantLock();
  private volatile Loaded current;

  /**
   * Reads the files.
   *
   * @param names whose names are PERSONAL
   * @param memories gives each classifier a memory of its own
   * @throws ConfigException if one cannot be read
   */
  CurrentClassifier(
      VocabularyFiles files,
      PrivacyConfig.Names names,
      Supplier<ScanMemory> memories,
      InstantSource clock) {
    this.files = files;
    this.names = names;
    this.memories = memories;
    this.clock = clock;
    VocabularyFiles.State state = files.state();
    this.current = new Loaded(classifier(), state, clock.instant());
  }

  @Override
  public PrivacyClassifier get() {
    if (isDue() && looking.tryLock()) {
      try {
        look();
      } finally {
        looking.unlock();
      }
    }
    return current.classifier();
  }

  private boolean isDue() {
    Duration since = Duration.between(current.lookedAt(), clock.instant());
    return !files.isEmpty() && (since.isNegative() || since.compareTo(INTERVAL) >= 0);
  }

  private void look() {
    Loaded before = current;
    VocabularyFiles.State state = files.state();
    PrivacyClassifier classifier =
        state.equals(before.state()) ? before.classifier() : reloaded(before.classifier());
    current = new Loaded(classifier, state, clock.instant());
  }

  private PrivacyClassifier reloaded(PrivacyClassifier before) {
    try {
      PrivacyClassifier classifier = classifier();
      LOG.info("dictionaries and rules for secrets are read again, since a file changed");
      return classifier;
    } catch (ConfigException e) {
      LOG.warn("dictionaries and rules for secrets stay as they were: {}", e.getMessage());
      return before;
    }
  }

  private PrivacyClassifier classifier() {
    return new LexicalPrivacyClassifier(ScanLimits.defaults(), files.read(), names, memories.get());
  }

  private record Loaded(
      PrivacyClassifier classifier, VocabularyFiles.State state, Instant lookedAt) {}
}
