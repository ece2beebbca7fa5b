package dev.gatehouse.classify.complexity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.classify.Complexity;
import dev.gatehouse.classify.Complexity.Task;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.GenerationOptions;
import dev.gatehouse.inference.Message;
import dev.gatehouse.inference.Part;
import dev.gatehouse.inference.ResponseFormat;
import dev.gatehouse.inference.Role;
import dev.gatehouse.inference.ToolChoice;
import dev.gatehouse.inference.ToolSpec;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.json.JsonBody;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureComplexityClassifierTest {

  private final FeatureComplexityClassifier classifier = new FeatureComplexityClassifier();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What is the mechanism of the Claisen rearrangement?",
        "Why does SN1 hydrolysis of tert-butyl bromide racemize a chiral centre?",
        "Which primes ramify in Q(zeta_12)?",
        "Is Z[sqrt(-14)] a unique factorization domain?",
        "Find all integer solutions of x^2 - 61y^2 = 1.",
        "What are the elements of negligence per se?",
        "Is res judicata available against a non-party?",
        "Workup for a thyroid nodule with suppressed TSH?",
        "Management of atrial fibrillation with CHA2DS2-VASc of 3 and a recent GI bleed?",
        "Does every bounded sequence in a Hilbert space have a weakly convergent subsequence?"
      })
  void shortExpertQuestionsAreHard(String text) {
    assertThat(estimate(text).difficulty()).isGreaterThanOrEqualTo(0.6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hi",
        "",
        "😀",
        "What is the capital of France?",
        "Translate good morning to Spanish",
        "Extract the date from: The meeting is on 3 May 2024.",
        "Is this review positive or negative? Great phone!",
        "Wie spät ist es?",
        "你好",
        "Rewrite: me want food"
      })
  void plainWorkIsEasy(String text) {
    assertThat(estimate(text).difficulty()).isLessThanOrEqualTo(0.3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hello there | CHAT",
        "Extract all dates from this letter | EXTRACTION",
        "Classify this ticket by urgency | CLASSIFICATION",
        "Please summarize the text below in two sentences | SUMMARIZATION",
        "Fasse den Text zusammen: Es war einmal | SUMMARIZATION",
        "Translate to German: good evening | TRANSLATION",
        "Traduis en anglais : bonsoir | TRANSLATION",
        "把这句话翻译成英文 | TRANSLATION",
        "Rephrase this sentence politely | REWRITING",
        "Who wrote Faust? | QUESTION_ANSWERING",
        "Solve 3x + 5 = 20 | MATH",
        "Write a Python function that sorts a list | CODE",
        "Write a poem about the sea | CREATIVE",
        "Use the clues to solve this logic puzzle and deduce who owns the fish | REASONING"
      })
  void theKindOfWorkIsTold(String text, Task task) {
    assertThat(estimate(text).task()).isEqualTo(task);
  }

  @Test
  void theLastUserTurnIsWhatCounts() {
    var request = request(List.of(user("Prove the Riemann hypothesis"), user("thanks!")));

    var complexity = classifier.estimate(request);

    assertThat(complexity.task()).isEqualTo(Task.CHAT);
    assertThat(complexity.difficulty()).isLessThan(0.4);
  }

  @Test
  void toolsInstructionsAndEarlierTurnsMakeARequestHarder() {
    Message instructions = message(Role.SYSTEM, "Always answer in JSON. ".repeat(200));
    Message earlier = user("What about it?");
    Message last = user("List the files");
    ToolSpec tool = new ToolSpec("list", Optional.empty(), Optional.empty(), false);

    double bare = classifier.estimate(request(List.of(last))).difficulty();
    double instructed = classifier.estimate(request(List.of(instructions, last))).difficulty();
    double later = classifier.estimate(request(List.of(earlier, earlier, last))).difficulty();
    double equipped =
        classifier.estimate(request(List.of(last), Collections.nCopies(8, tool))).difficulty();

    assertThat(List.of(instructed, later, equipped)).allMatch(difficulty -> difficulty > bare);
  }

  @Test
  void anyTextGivesAnEstimate() {
    for (String unit : List.of("a", " ", "?", "=", "\ud800", "字", "A.\n", "1", "{", "-", "é")) {
      for (int times : new int[] {1, 3, 50_000}) {
        assertThat(estimate(unit.repeat(times)).difficulty()).isBetween(0.0, 1.0);
      }
    }
  }

  @Test
  void aRequestWithoutUserTextIsEasyChat() {
    var complexity = classifier.estimate(request(List.of(message(Role.ASSISTANT, "Prove it"))));

    assertThat(complexity.task()).isEqualTo(Task.CHAT);
    assertThat(complexity.difficulty()).isLessThan(0.3);
  }

  private Complexity estimate(String text) {
    return classifier.estimate(request(List.of(user(text))));
  }

  private static Message user(String text) {
    return message(Role.USER, text);
  }

  private static Message message(Role role, String text) {
    return new Message(role, List.of(new Part.Text(text)), Optional.empty());
  }

  private static ChatRequest request(List<Message> messages) {
    return request(messages, List.of());
  }

  private static ChatRequest request(List<Message> messages, List<ToolSpec> tools) {
    return new ChatRequest(
        Wire.OPENAI_CHAT,
        new JsonBody(new byte[0], JsonNodeFactory.instance.objectNode()),
        "auto",
        messages,
        tools,
        new ToolChoice.Auto(),
        new ResponseFormat.Text(),
        GenerationOptions.defaults(),
        false,
        false,
        Map.of(),
        List.of());
  }
}
