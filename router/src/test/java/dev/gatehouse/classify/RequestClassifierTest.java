package dev.gatehouse.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.classify.privacy.LexicalPrivacyClassifier;
import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.dialect.openai.ChatCompletions;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.EmbeddingsRequest;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.GenerationOptions;
import dev.gatehouse.inference.Message;
import dev.gatehouse.inference.Part;
import dev.gatehouse.inference.ResponseFormat;
import dev.gatehouse.inference.Role;
import dev.gatehouse.inference.ToolChoice;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.json.JsonBody;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RequestClassifierTest {

  private static final ChatRequest REQUEST =
      ChatCompletions.request(
          JsonBody.parse(
              "{\"model\":\"auto\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}"
                  .getBytes(StandardCharsets.UTF_8)));

  private static final PrivacyReport NOTHING = new PrivacyReport(List.of());
  private static final Complexity EASY = new Complexity(Complexity.Task.EXTRACTION, 0.1);

  @Test
  void bothEstimatesAreHandedOn() {
    var classifier = new RequestClassifier(_ -> NOTHING, _ -> EASY);

    var classification = classifier.classify(REQUEST);

    assertThat(classification).isEqualTo(new Classification(NOTHING, EASY));
  }

  @Test
  void aScannerThatFailsCountsAsUnscannable() {
    var classifier =
        new RequestClassifier(
            _ -> {
              throw new IllegalStateException("my password");
            },
            _ -> EASY);

    var classification = classifier.classify(REQUEST);

    assertThat(classification.privacy().findings())
        .containsExactly(
            new Finding(
                FindingType.UNSCANNABLE, "scanner-failed", PrivacyClass.UNSCANNABLE, "", 0, 0));
    assertThat(classification.toString()).doesNotContain("my password");
    assertThat(classification.complexity()).isEqualTo(EASY);
  }

  @Test
  void whatFailedIsToldByItsClassAlone() {
    List<String> told = new ArrayList<>();
    var classifier =
        new RequestClassifier(
            () ->
                _ -> {
                  throw new IllegalStateException("my password");
                },
            _ -> EASY,
            (stop, kind) -> told.add(stop + " " + kind.getSimpleName()));

    classifier.classify(REQUEST);

    assertThat(told).containsExactly("classify IllegalStateException");
  }

  @Test
  void aScannerThatRunsOutOfStackCountsAsUnscannable() {
    var classifier = new RequestClassifier(_ -> recurse(1), _ -> EASY);

    var classification = classifier.classify(REQUEST);

    assertThat(classification.privacy().highest()).isEqualTo(PrivacyClass.UNSCANNABLE);
  }

  @Test
  void anEstimateThatFailsCountsAsHardestAndLeavesPrivacyAlone() {
    var classifier =
        new RequestClassifier(
            _ -> NOTHING,
            _ -> {
              throw new IllegalStateException("my password");
            });

    var classification = classifier.classify(REQUEST);

    assertThat(classification.complexity()).isEqualTo(new Complexity(Complexity.Task.CHAT, 1.0));
    assertThat(classification.privacy()).isEqualTo(NOTHING);
  }

  @ParameterizedTest
  @MethodSource("unreadableParts")
  void partThatNobodyCanReadCountsAsUnscannableThoughTheScanSawNothing(Part part) {
    var classifier = new RequestClassifier(_ -> NOTHING, _ -> EASY);

    var direct = classifier.classify(saying(Role.USER, part));
    var inResult =
        classifier.classify(saying(Role.TOOL, new Part.ToolResult("t", List.of(part), false)));

    assertThat(direct.privacy().highest()).isEqualTo(PrivacyClass.UNSCANNABLE);
    assertThat(inResult.privacy().highest()).isEqualTo(PrivacyClass.UNSCANNABLE);
  }

  static List<Part> unreadableParts() {
    return List.of(
        new Part.Image("https://example.org/x.png", Optional.empty()),
        new Part.Audio("AA==", "wav"),
        new Part.File(Optional.of("file_1"), Optional.empty(), Optional.empty()));
  }

  @Test
  void partThatTheScanSawIsNotToldTwice() {
    PrivacyReport seen = new PrivacyReport(List.of(Finding.opaque("image-part", "/messages/0")));
    var classifier = new RequestClassifier(_ -> seen, _ -> EASY);

    var classification =
        classifier.classify(saying(Role.USER, new Part.Image("data:", Optional.empty())));

    assertThat(classification.privacy()).isEqualTo(seen);
  }

  @Test
  void headersThatGoAlongAreScanned() {
    var classifier = new RequestClassifier(new LexicalPrivacyClassifier(), _ -> EASY);
    String key = "AKIA" + "IOSFODNN7QXBMPLF";

    var classification =
        classifier.classify(
            saying(Role.USER, new Part.Text("Hi"), new Event.Header("anthropic-beta", "a," + key)));

    assertThat(classification.privacy().highest()).isEqualTo(PrivacyClass.SECRET);
    assertThat(classification.privacy().findings().getFirst().path())
        .isEqualTo("headers:/anthropic-beta");
  }

  private static ChatRequest saying(Role role, Part part, Event.Header... headers) {
    return new ChatRequest(
        Wire.ANTHROPIC_MESSAGES,
        REQUEST.body(),
        "auto",
        List.of(new Message(role, List.of(part), Optional.empty())),
        List.of(),
        new ToolChoice.Auto(),
        new ResponseFormat.Text(),
        GenerationOptions.defaults(),
        false,
        false,
        Map.of(),
        List.of(),
        List.of(headers));
  }

  private static PrivacyReport recurse(int depth) {
    return depth == 0 ? NOTHING : recurse(depth + 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          OPENAI_EMBEDDINGS  | {"input":[5412,1111]}     | /input
          OPENAI_EMBEDDINGS  | {"input":[[5412],[1111]]} | /input
          OPENAI_COMPLETIONS | {"prompt":[[5412,1111]]}  | /prompt
          """)
  void textInTokensCannotBeScanned(Wire wire, String body, String path) {
    var classifier = new RequestClassifier(new LexicalPrivacyClassifier(), _ -> EASY);
    var request =
        new EmbeddingsRequest(
            wire,
            JsonBody.parse(body.getBytes(StandardCharsets.UTF_8)),
            "m",
            List.of(""),
            OptionalInt.empty(),
            Map.of(),
            List.of());

    var privacy = classifier.classify(request).privacy();

    assertThat(privacy.findings()).contains(Finding.opaque("token-array", path));
  }
}
