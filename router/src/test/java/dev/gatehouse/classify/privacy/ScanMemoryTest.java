package dev.gatehouse.classify.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.classify.Finding;
import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.privacy.text.Detector;
import dev.gatehouse.classify.privacy.text.Matches;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Rule;
import dev.gatehouse.config.PrivacyClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class ScanMemoryTest {

  private final ConcurrentMap<ScanMemory.Digest, ScanMemory.Remembered> strings =
      new ConcurrentHashMap<>();
  private final CountingDetector detector = new CountingDetector();
  private final LexicalPrivacyClassifier classifier =
      new LexicalPrivacyClassifier(
          ScanLimits.defaults(),
          Detection.byMode(List.of(detector), List.of(), (_, found) -> found),
          Optional.of(new ScanMemory(new byte[16], strings)));

  @Test
  void theHundredthTurnOfAConversationIsReadForNoMoreThanTheFirst() {
    ArrayNode messages = JsonNodeFactory.instance.arrayNode();
    List<Integer> read = new ArrayList<>();
    for (int turn = 0; turn < 100; turn++) {
      messages.addObject().put("content", turn(turn));
      detector.longTexts = 0;
      classifier.scan(messages);
      read.add(detector.longTexts);
    }

    assertThat(read).containsOnly(1);
  }

  @Test
  void whatIsRememberedIsWhatWasFound() {
    JsonNode document = JsonNodeFactory.instance.objectNode().put("text", "😀 " + turn(1));

    List<Finding> first = classifier.scan(document).findings();
    List<Finding> second = classifier.scan(document).findings();

    assertThat(first).hasSize(1).first().extracting(Finding::start).isEqualTo(2);
    assertThat(second).isEqualTo(first);
    assertThat(strings).hasSize(1);
    assertThat(strings.values()).allSatisfy(each -> assertThat(each.weight()).isEqualTo(2));
  }

  @Test
  void theSameTextUnderAnotherKeyIsReadAnew() {
    classifier.scan(JsonNodeFactory.instance.objectNode().put("a", turn(1)));
    classifier.scan(JsonNodeFactory.instance.objectNode().put("b", turn(1)));

    assertThat(detector.longTexts).isEqualTo(2);
  }

  @Test
  void textsThatDifferInBrokenSurrogatesAloneAreToldApart() {
    classifier.scan(JsonNodeFactory.instance.arrayNode().add(turn(1) + "\ud800"));
    classifier.scan(JsonNodeFactory.instance.arrayNode().add(turn(1) + "\ud801"));

    assertThat(detector.longTexts).isEqualTo(2);
  }

  @Test
  void twoTextsOfTheSameBytesInDifferentWidthsAreToldApart() {
    String wide = "\u5761".repeat(200);
    String narrow = "Wa".repeat(200);
    classifier.scan(JsonNodeFactory.instance.arrayNode().add(wide));
    classifier.scan(JsonNodeFactory.instance.arrayNode().add(narrow));

    assertThat(detector.longTexts).isEqualTo(2);
    assertThat(strings).hasSize(2);
  }

  @Test
  void keysThatRunTogetherAreToldApart() {
    classifier.scan(JsonNodeFactory.instance.objectNode().put("ab", turn(1)).put("c", "-"));
    classifier.scan(JsonNodeFactory.instance.objectNode().put("a", turn(1)).put("bc", "-"));

    assertThat(detector.longTexts).isEqualTo(2);
  }

  @Test
  void whatWasNotWhollyReadIsNotRemembered() {
    var limited =
        new LexicalPrivacyClassifier(
            new ScanLimits(9, 10_000, 9, new ScanLimits.Decoding(5, 100, 100)),
            Detection.byMode(List.of(detector), List.of(), (_, found) -> found),
            Optional.of(new ScanMemory(new byte[16], strings)));

    var report = limited.scan(JsonNodeFactory.instance.arrayNode().add(turn(1)));

    assertThat(report.findings()).extracting(Finding::rule).containsExactly("too-costly");
    assertThat(report.complete()).isFalse();
    assertThat(strings).isEmpty();
  }

  @Test
  void aDetectorThatFailsLeavesNothingBehind() {
    detector.fails = true;
    JsonNode document = JsonNodeFactory.instance.arrayNode().add(turn(1));

    assertThat(Assertions.catchThrowable(() -> classifier.scan(document)))
        .isInstanceOf(IllegalStateException.class);

    assertThat(strings).isEmpty();
  }

  private static String turn(int number) {
    return "Wanted: turn " + number + " of a long talk about boats and their sails. ".repeat(5);
  }

  /** Finds the word "Wanted", and counts the texts that are long enough to be remembered. */
  private static final class CountingDetector implements Detector {
    private static final Rule RULE =
        new Rule(FindingType.CUSTOMER, "wanted", PrivacyClass.CUSTOMER);

    private int longTexts;
    private boolean fails;

    @Override
    public void detect(NormalizedText text, Matches matches) {
      if (fails) {
        throw new IllegalStateException("a detector that fails");
      }
      longTexts += text.text().length() >= 128 ? 1 : 0;
      int start = text.text().indexOf("Wanted");
      if (start >= 0) {
        matches.add(text, RULE, start, start + 6);
      }
    }
  }
}
