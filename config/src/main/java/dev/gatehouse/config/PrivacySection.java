package dev.gatehouse.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code privacy}: what follows from each privacy class. */
final class PrivacySection {
  private final YamlMapping section;
  private final Preset preset;
  private final List<ProviderConfig> providers;
  private final PrivacyRulesReader rules;

  private PrivacySection(YamlMapping section, Preset preset, List<ProviderConfig> providers) {
    this.section = section;
    this.preset = preset;
    this.providers = providers;
    this.rules =
        new PrivacyRulesReader(
            section,
            preset.isStrict()
                ? Optional.of("the preset " + ScalarTypes.word(preset) + " can only be tightened")
                : Optional.empty());
  }

  /**
   * Reads the section.
   *
   * @param providers among which the judge must be; where none is written, that is seen later
   */
  static PrivacyConfig read(YamlMapping section, Preset preset, List<ProviderConfig> providers) {
    return new PrivacySection(section, preset, providers).read();
  }

  private PrivacyConfig read() {
    PrivacyConfig privacy =
        new PrivacyConfig(
            rules.names(preset.names()),
            rules.rules(preset.rules()),
            allowLoosening(),
            files(section, "dictionaries"),
            files(section, "secret-rules"),
            scanning(),
            JudgeSection.read(section, providers));
    section.rejectUnknownKeys();
    return privacy;
  }

  private PrivacyConfig.Scanning scanning() {
    PrivacyConfig.Scanning usual = PrivacyConfig.Scanning.defaults();
    return new PrivacyConfig.Scanning(
        files(section, "recognizers"),
        section.scalar("scan-timeout", ScalarTypes.DURATION).orElse(usual.timeout()));
  }

  private boolean allowLoosening() {
    boolean allowed = section.scalar("allow-loosening", ScalarTypes.FLAG).orElse(false);
    if (preset.isStrict() && allowed) {
      section
          .value("allow-loosening")
          .ifPresent(value -> rules.rejectLoosening(value, "false", "true"));
    }
    return allowed;
  }

  /** The files that a key of a section names. */
  static List<Path> files(YamlMapping section, String key) {
    return section.list(key).stream()
        .map(value -> file(section, value))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Path> file(YamlMapping section, YamlValue value) {
    Optional<Path> file = value.as(ScalarTypes.PATH).map(section.context()::resolve);
    file.filter(path -> !Files.isRegularFile(path) || !Files.isReadable(path))
        .ifPresent(path -> value.reject("a file that can be read", "no such file: " + path));
    return file;
  }
}
