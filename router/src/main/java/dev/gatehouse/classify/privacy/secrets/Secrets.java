package dev.gatehouse.classify.privacy.secrets;

import dev.gatehouse.classify.privacy.text.Detector;
import java.util.List;

/** Every detector of keys, tokens and passwords. */
public final class Secrets {
  private Secrets() {}

  /** The user's own rules; safe for use by any thread. */
  public static Detector detector(List<SecretRule> rules) {
    return new SecretRuleDetector(rules);
  }

  /** One of each; safe for use by any thread. */
  public static List<Detector> detectors() {
    return List.of(
        new KeyFormatDetector(KeyFormats.ALL),
        new MarkedTokenDetector(),
        new DottedTokenDetector(),
        new TelegramTokenDetector(),
        new PemDetector(),
        new KeyMemberDetector(),
        new UrlPasswordDetector(),
        new ConnectionStringDetector(),
        new CurlUserDetector(),
        new AwsSecretDetector(),
        new AssignmentDetector(),
        new LoginPairDetector(),
        new ProseDetector());
  }
}
