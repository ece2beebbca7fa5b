package dev.gatehouse.gateway;

import dev.gatehouse.classify.RequestClassifier;
import dev.gatehouse.classify.complexity.FeatureComplexityClassifier;
import dev.gatehouse.classify.privacy.LexicalPrivacyClassifier;
import dev.gatehouse.classify.privacy.ScanLimits;
import dev.gatehouse.config.PrivacyConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes the classifier that a configuration asks for. */
public final class Classifiers {
  private Classifiers() {}

  /**
   * The classifier with the customer's own words, which are read once.
   *
   * @throws UncheckedIOException if a dictionary cannot be read: a gateway without it would let its
   *     words out
   */
  public static RequestClassifier of(PrivacyConfig privacy) {
    List<String> words =
        privacy.dictionaries().stream().flatMap(file -> words(file).stream()).toList();
    return new RequestClassifier(
        new LexicalPrivacyClassifier(ScanLimits.defaults(), words),
        new FeatureComplexityClassifier());
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
