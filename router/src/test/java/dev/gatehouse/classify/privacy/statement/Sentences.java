package dev.gatehouse.classify.privacy.statement;

import dev.gatehouse.classify.privacy.text.Detector;
import dev.gatehouse.classify.privacy.text.Match;
import dev.gatehouse.classify.privacy.text.Matches;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Surroundings;
import dev.gatehouse.config.PrivacyClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Invented sentences with what is true of them, and what a detector says of a text. */
public final class Sentences {

  private Sentences() {}

  /** Those of a test's own file whose lines begin with a sign, with their languages. */
  public static List<String> of(Class<?> test, char sign) {
    try (InputStream stream = test.getResourceAsStream("sentences.txt")) {
      String all =
          new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
      return all.lines().filter(line -> line.charAt(0) == sign).map(s -> s.substring(2)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a detector finds anything in a sentence that follows its language. */
  public static boolean isFound(Detector detector, String sentence) {
    return !values(detector, sentence.substring(3), Surroundings.NONE).isEmpty();
  }

  /** What a detector finds without any appraisal. */
  public static List<String> values(Detector detector, String text, Surroundings surroundings) {
    NormalizedText normalized = NormalizedText.of(text, surroundings);
    Matches matches = new Matches();
    detector.detect(normalized, matches);
    return matches.all().stream()
        .filter(match -> match.rule().privacyClass() != PrivacyClass.PUBLIC)
        .map(match -> covered(normalized, match))
        .toList();
  }

  private static String covered(NormalizedText text, Match match) {
    return text.text().substring(match.start(), match.end());
  }
}
