package dev.gatehouse.classify.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.classify.Finding;
import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.PrivacyReport;
import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.config.PrivacyConfig;
import dev.gatehouse.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class RecognizerDetectorTest {
  private static final String TEXT = "the parcel ZX-12345 is lost";

  @Test
  void whatARecognizerFindsHasItsPlaceNameAndClass() {
    PrivacyReport report =
        scan(TEXT, text -> found(text, "ZX-12345", Optional.of(PrivacyClass.HEALTH)));

    assertThat(report.findings())
        .contains(
            new Finding(
                FindingType.PERSON, "recognizer:own", PrivacyClass.HEALTH, "/text", 11, 19));
    assertThat(report.complete()).isTrue();
  }

  @Test
  void nameWithoutAClassIsJudgedLikeAnyOtherName() {
    Function<String, List<Recognized>> recognizer =
        text -> found(text, "ZX-12345", Optional.empty());

    String question = "Write a story about a robot called ZX-12345 who learns to paint.";

    assertThat(scan(question, recognizer).highest()).isEqualTo(PrivacyClass.INTERNAL);
    assertThat(scan(question, PrivacyConfig.Names.ALWAYS, recognizer).highest())
        .isEqualTo(PrivacyClass.PERSONAL);
  }

  @Test
  void whateverARecognizerDoesWrongMakesTheTextUnread() {
    List<Function<String, List<Recognized>>> wrong =
        List.of(
            text -> List.of(new Recognized(FindingType.PERSON, 0, text.length() + 1)),
            _ -> List.of(new Recognized(FindingType.PERSON, 3, 3)),
            _ -> List.of(new Recognized(FindingType.PERSON, -1, 3)),
            text -> {
              throw new IllegalStateException(text);
            },
            text -> {
              throw new NoClassDefFoundError(text);
            });

    assertThat(wrong)
        .allSatisfy(
            each -> {
              PrivacyReport report = scan(TEXT, each);
              assertThat(report.complete()).isFalse();
              assertThat(report.findings()).extracting(Finding::rule).contains("recognizer-failed");
            });
  }

  @Test
  void oneThatFailedOnceIsAskedAgainAboutTheSameText() {
    String longText = TEXT.repeat(20);
    AtomicBoolean broken = new AtomicBoolean(true);
    EntityRecognizer recognizer =
        recognizer(
            0,
            _ -> {
              if (broken.get()) {
                throw new IllegalStateException();
              }
              return List.of();
            });
    var classifier =
        new LexicalPrivacyClassifier(
            ScanLimits.defaults(),
            new Vocabulary(List.of(), List.of(), List.of(recognizer)),
            PrivacyConfig.Names.CONTEXT,
            new ScanMemory(new byte[32], new ConcurrentHashMap<>()));

    boolean before = classifier.scan(document(longText)).complete();
    broken.set(false);

    assertThat(before).isFalse();
    assertThat(classifier.scan(document(longText)).complete()).isTrue();
  }

  @Test
  void aDearRecognizerIsAskedAboutStringsButNotAboutShortTextsDecodedOutOfThem() {
    String hidden = "the parcel has the number ZX-12345";
    String encoded = Base64.getEncoder().encodeToString(hidden.getBytes(StandardCharsets.UTF_8));

    assertThat(asked(encoded, 0)).contains(encoded, hidden);
    assertThat(asked(encoded, 200)).contains(encoded).doesNotContain(hidden);
  }

  private static List<String> asked(String text, int shortestDecoded) {
    List<String> asked = new ArrayList<>();
    EntityRecognizer listening =
        recognizer(
            shortestDecoded,
            each -> {
              asked.add(each);
              return List.of();
            });
    scan(text, PrivacyConfig.Names.CONTEXT, listening);
    return asked;
  }

  private static List<Recognized> found(
      String text, String value, Optional<PrivacyClass> privacyClass) {
    int start = text.indexOf(value);
    return start < 0
        ? List.of()
        : List.of(new Recognized(FindingType.PERSON, start, start + value.length(), privacyClass));
  }

  private static PrivacyReport scan(String text, Function<String, List<Recognized>> work) {
    return scan(text, PrivacyConfig.Names.CONTEXT, work);
  }

  private static PrivacyReport scan(
      String text, PrivacyConfig.Names names, Function<String, List<Recognized>> work) {
    return scan(text, names, recognizer(0, work));
  }

  private static PrivacyReport scan(
      String text, PrivacyConfig.Names names, EntityRecognizer recognizer) {
    Vocabulary vocabulary = new Vocabulary(List.of(), List.of(), List.of(recognizer));
    return new LexicalPrivacyClassifier(ScanLimits.defaults(), vocabulary, names)
        .scan(document(text));
  }

  private static ObjectNode document(String text) {
    return Json.object().put("text", text);
  }

  private static EntityRecognizer recognizer(
      int shortestDecoded, Function<String, List<Recognized>> work) {
    return new EntityRecognizer() {
      @Override
      public String name() {
        return "own";
      }

      @Override
      public List<Recognized> recognize(String text) {
        return work.apply(text);
      }

      @Override
      public int shortestDecoded() {
        return shortestDecoded;
      }
    };
  }
}
