package dev.gatehouse.gateway;

import dev.gatehouse.classify.privacy.Vocabulary;
import dev.gatehouse.classify.privacy.secrets.SecretRule;
import dev.gatehouse.config.ConfigError;
import dev.gatehouse.config.ConfigException;
import dev.gatehouse.config.PrivacyConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of the customer's own words and rules. */
final class VocabularyFiles {
  private static final Logger LOG = LoggerFactory.getLogger(VocabularyFiles.class);

  private final List<Path> dictionaries;
  private final List<Path> secretRules;

  VocabularyFiles(PrivacyConfig privacy) {
    dictionaries = privacy.dictionaries();
    secretRules = privacy.secretRules();
  }

  boolean isEmpty() {
    return dictionaries.isEmpty() && secretRules.isEmpty();
  }

  /**
   * Reads all of them.
   *
   * @throws ConfigException if one cannot be read
   */
  Vocabulary read() {
    List<ConfigError> errors = new ArrayList<>();
    List<String> words =
        dictionaries.stream().flatMap(file -> words(file, errors).stream()).toList();
    List<SecretRule> rules =
        secretRules.stream().flatMap(file -> rules(file, errors).stream()).toList();
    if (!errors.isEmpty()) {
      throw new ConfigException(errors);
    }
    return new Vocabulary(words, rules);
  }

  /** What tells a changed file from the same one, for each of them. */
  State state() {
    return new State(
        Stream.concat(dictionaries.stream(), secretRules.stream())
            .map(VocabularyFiles::stamp)
            .toList());
  }

  private static List<String> words(Path file, List<ConfigError> errors) {
    try {
      return Files.readAllLines(file).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      errors.add(
          new ConfigError(
              file.toString(), "privacy.dictionaries", "UTF-8 text", e.getClass().getSimpleName()));
      return List.of();
    }
  }

  private static List<SecretRule> rules(Path file, List<ConfigError> errors) {
    GitleaksFile read = GitleaksFile.read(file);
    read.warnings().forEach(warning -> LOG.warn("{}: {}", file, warning));
    errors.addAll(read.errors());
    return read.rules();
  }

  private static String stamp(Path file) {
    try {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return attributes.lastModifiedTime() + " " + attributes.size() + " " + attributes.fileKey();
    } catch (IOException e) {
      return e.getClass().getSimpleName();
    }
  }

  /**
   * How all files stand.
   *
   * @param stamps time, size and identity of each, or why there is none
   */
  record State(List<String> stamps) {}
}
