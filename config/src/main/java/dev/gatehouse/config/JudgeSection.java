package dev.gatehouse.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code privacy.judge}: the local model that is asked how private a text is. */
final class JudgeSection {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final int LONGEST_TEXT = 4_000;
  private static final String EXPECTED = "PROVIDER/MODEL of a local provider";

  private final YamlMapping section;
  private final List<ProviderConfig> providers;

  private JudgeSection(YamlMapping section, List<ProviderConfig> providers) {
    this.section = section;
    this.providers = providers;
  }

  /** The judge; empty where none is written, or what is written is wrong. */
  static Optional<PrivacyConfig.Judge> read(YamlMapping privacy, List<ProviderConfig> providers) {
    return privacy
        .value("judge")
        .flatMap(value -> new JudgeSection(value.mapping(), providers).read());
  }

  private Optional<PrivacyConfig.Judge> read() {
    Optional<String> model = section.required("model", ScalarTypes.TEXT).filter(this::isLocal);
    Duration timeout = section.scalar("timeout", ScalarTypes.DURATION).orElse(TIMEOUT);
    int longestText =
        section
            .scalar("longest-text", ScalarTypes.integer(1, ScalarTypes.LARGEST))
            .orElse(LONGEST_TEXT);
    section.rejectUnknownKeys();
    return model.map(name -> judge(name, timeout, longestText));
  }

  private static PrivacyConfig.Judge judge(String reference, Duration timeout, int longestText) {
    int slash = reference.indexOf('/');
    return new PrivacyConfig.Judge(
        reference.substring(0, slash), reference.substring(slash + 1), timeout, longestText);
  }

  private boolean isLocal(String reference) {
    Optional<String> problem = problem(reference);
    problem.ifPresent(
        found -> section.value("model").ifPresent(place -> place.reject(EXPECTED, found)));
    return problem.isEmpty();
  }

  private Optional<String> problem(String reference) {
    int slash = reference.indexOf('/');
    if (slash < 1 || slash == reference.length() - 1) {
      return Optional.of(reference);
    }
    String name = reference.substring(0, slash);
    Optional<ProviderConfig> provider =
        providers.stream().filter(each -> each.name().equals(name)).findFirst();
    if (provider.isEmpty()) {
      return providers.isEmpty() ? Optional.empty() : Optional.of("no provider " + name);
    }
    return provider
        .filter(each -> each.locality() == Locality.CLOUD)
        .map(_ -> reference + ", whose provider is in the cloud");
  }
}
