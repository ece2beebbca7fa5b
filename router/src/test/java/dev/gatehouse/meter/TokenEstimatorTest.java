package dev.gatehouse.meter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TokenEstimatorTest {

  @Test
  void plainEnglishIsAboutATokenAWord() {
    // Nine words and a full stop: ten tokens in every large vocabulary.
    assertThat(TokenEstimator.of("The quick brown fox jumps over the lazy dog.").tokens())
        .isEqualTo(10);
  }

  @Test
  void longWordsNumbersAndIdeographsAreDenser() {
    assertThat(TokenEstimator.of("internationalization").tokens()).isEqualTo(3);
    assertThat(TokenEstimator.of("1234567").tokens()).isEqualTo(3);
    assertThat(TokenEstimator.of("人工知能").tokens()).isEqualTo(4);
    assertThat(TokenEstimator.of("Привет").tokens()).isEqualTo(2);
    assertThat(TokenEstimator.of("{\"a\":[1,2]}").tokens()).isEqualTo(8);
  }

  @Test
  void emptyTextIsNothing() {
    assertThat(TokenEstimator.of("")).isEqualTo(TokenEstimate.NONE);
    assertThat(TokenEstimator.ofCharacters(0)).isZero();
    assertThat(TokenEstimator.ofCharacters(9)).isEqualTo(3);
  }

  @Test
  void boundIsNeverBelowTheEstimateNorAboveTheBytes() {
    Random random = new Random(3);
    for (int i = 0; i < 2_000; i++) {
      String text = randomText(random);

      TokenEstimate estimate = TokenEstimator.of(text);

      assertThat(estimate.upperBound())
          .isBetween(estimate.tokens(), (long) text.getBytes(StandardCharsets.UTF_8).length);
    }
  }

  @Test
  void everyPartOfARequestCounts() {
    TokenEstimate plain = TokenEstimator.of(request(List.of(new Part.Text("hello")), List.of()));

    assertThat(plain.tokens()).isEqualTo(3 + 4 + 1);
    assertThat(tokens(new Part.Thinking("hello", ""))).isEqualTo(plain.tokens());
    assertThat(tokens(new Part.Refusal("hello"))).isEqualTo(plain.tokens());
    assertThat(tokens(new Part.ToolCall("1", "hello", "hello"))).isEqualTo(plain.tokens() + 5);
    assertThat(tokens(Part.ToolResult.of("1", "hello"))).isEqualTo(plain.tokens() + 4);
    assertThat(tokens(new Part.Image("data:,", Optional.empty()))).isGreaterThan(1_000);
    assertThat(tokens(new Part.Audio("x".repeat(64_000), "wav"))).isGreaterThan(60);
    assertThat(tokens(new Part.File(Optional.of("f"), Optional.empty(), Optional.empty())))
        .isGreaterThan(1_000);
  }

  @Test
  void toolsAndTheirSchemasCount() {
    ToolSpec tool =
        new ToolSpec(
            "weather",
            Optional.of("Tells the weather"),
            Optional.of(JsonNodeFactory.instance.objectNode().put("type", "object")),
            false);

    TokenEstimate without = TokenEstimator.of(request(List.of(new Part.Text("hello")), List.of()));
    TokenEstimate with = TokenEstimator.of(request(List.of(new Part.Text("hello")), List.of(tool)));

    assertThat(with.tokens()).isGreaterThan(without.tokens() + 8);
    assertThat(with.upperBound()).isGreaterThan(without.upperBound() + 800);
  }

  private static long tokens(Part part) {
    return TokenEstimator.of(request(List.of(part), List.of())).tokens();
  }

  static ChatRequest request(List<Part> parts, List<ToolSpec> tools) {
    return request(
        List.of(new Message(Role.USER, parts, Optional.empty())), tools, new ResponseFormat.Text());
  }

  static ChatRequest request(
      List<Message> messages, List<ToolSpec> tools, ResponseFormat responseFormat) {
    return new ChatRequest(
        Wire.OPENAI_CHAT,
        new JsonBody(new byte[0], JsonNodeFactory.instance.objectNode()),
        "auto",
        messages,
        tools,
        new ToolChoice.Auto(),
        responseFormat,
        GenerationOptions.defaults(),
        false,
        false,
        Map.of(),
        List.of());
  }

  private static String randomText(Random random) {
    String alphabet = "aaabcdeXYZ éß жш 人カ한 🙂✓ 0123 \n\t{}\":,.";
    int[] codePoints = alphabet.codePoints().toArray();
    return random
        .ints(random.nextInt(60), 0, codePoints.length)
        .map(i -> codePoints[i])
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
