package dev.gatehouse.meter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.Message;
import dev.gatehouse.inference.Part;
import dev.gatehouse.inference.ResponseFormat;
import dev.gatehouse.inference.Role;
import dev.gatehouse.inference.ToolSpec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Measures the estimator against what providers really counted, where the recordings are at hand.
 */
final class RecordedTokensTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<String> TEXT_PARTS = Set.of("text", "tool_use", "tool_result");

  /** Fields by which a provider adds content of its own, which no request shows. */
  private static final List<String> SERVER_SIDE = List.of("mcp_servers", "container");

  @Test
  void boundHoldsForTextRequestsThatProvidersCounted() throws IOException {
    List<Sample> samples = new ArrayList<>();
    for (String provider : List.of("openai", "anthropic", "groq")) {
      List<Sample> own = samples(provider);
      print(provider, own);
      samples.addAll(own);
    }

    List<Sample> above = samples.stream().filter(sample -> !sample.isWithinBound()).toList();

    assertThat(samples).hasSizeGreaterThan(200);
    assertThat(above.size() * 1_000L).as("%s", above).isLessThanOrEqualTo(samples.size());
  }

  private static void print(String provider, List<Sample> samples) {
    List<Double> ratios = samples.stream().map(Sample::ratio).sorted().toList();
    List<Double> bounds = samples.stream().map(Sample::boundRatio).sorted().toList();
    System.out.printf(
        "%s: %d requests; estimate/actual p10 %.2f, median %.2f, p90 %.2f; bound/actual min %.2f,"
            + " median %.2f%n",
        provider,
        samples.size(),
        ratios.get(ratios.size() / 10),
        ratios.get(ratios.size() / 2),
        ratios.get(ratios.size() * 9 / 10),
        bounds.getFirst(),
        bounds.get(bounds.size() / 2));
  }

  private static List<Sample> samples(String provider) throws IOException {
    Path file = recordings().resolve(provider + ".jsonl.gz");
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .map(RecordedTokensTest::json)
          .flatMap(RecordedTokensTest::sample)
          .toList();
    }
  }

  private static Path recordings() {
    Path directory = Path.of("").toAbsolutePath();
    while (directory.getParent() != null
        && !Files.isDirectory(directory.resolve("../shared/recordings"))) {
      directory = directory.getParent();
    }
    Path recordings = directory.resolve("../shared/recordings");
    Assumptions.assumeTrue(
        Files.isDirectory(recordings), "no recordings beside the repository: nothing to measure");
    return recordings;
  }

  private static Stream<Sample> sample(JsonNode exchange) {
    JsonNode request = exchange.get("request");
    OptionalLong actual = inputTokens(exchange.get("response"));
    return isTextChat(exchange, request) && actual.isPresent()
        ? Stream.of(
            new Sample(
                request.path("model").asText(),
                TokenEstimator.of(decode(request)),
                actual.getAsLong()))
        : Stream.empty();
  }

  private static boolean isTextChat(JsonNode exchange, JsonNode request) {
    String path = exchange.get("path").asText();
    return (path.endsWith("/chat/completions") || path.equals("/v1/messages"))
        && exchange.get("status").asInt() == 200
        && SERVER_SIDE.stream().noneMatch(request::has)
        && !request.path("model").asText().startsWith("compound")
        && request.path("tools").valueStream().allMatch(RecordedTokensTest::isClientTool)
        && Stream.concat(request.get("messages").valueStream(), Stream.of(request))
            .allMatch(RecordedTokensTest::isText);
  }

  private static boolean isClientTool(JsonNode tool) {
    return tool.has("input_schema") || tool.has("function");
  }

  private static boolean isText(JsonNode message) {
    return Stream.of(message.path("content"), message.path("system"))
        .flatMap(JsonNode::valueStream)
        .allMatch(
            part ->
                TEXT_PARTS.contains(part.path("type").asText())
                    && (!part.path("content").isArray() || isText(part)));
  }

  private static ChatRequest decode(JsonNode request) {
    List<Message> messages = new ArrayList<>();
    if (request.has("system")) {
      messages.add(new Message(Role.SYSTEM, parts(request.get("system")), Optional.empty()));
    }
    request.get("messages").forEach(message -> messages.add(message(message)));
    return TokenEstimatorTest.request(
        messages,
        request.path("tools").valueStream().map(RecordedTokensTest::tool).toList(),
        format(request));
  }

  private static Message message(JsonNode message) {
    List<Part> parts = new ArrayList<>(parts(message.path("content")));
    for (JsonNode call : message.path("tool_calls")) {
      JsonNode function = call.get("function");
      parts.add(
          new Part.ToolCall(
              "", function.get("name").asText(), function.path("arguments").asText()));
    }
    return new Message(Role.USER, parts, Optional.empty());
  }

  private static List<Part> parts(JsonNode content) {
    return content.isTextual()
        ? List.of(new Part.Text(content.asText()))
        : content.valueStream().map(RecordedTokensTest::part).toList();
  }

  private static Part part(JsonNode part) {
    return switch (part.get("type").asText()) {
      case "tool_use" ->
          new Part.ToolCall("", part.get("name").asText(), part.get("input").toString());
      case "tool_result" -> Part.ToolResult.of("", text(part.path("content")));
      default -> new Part.Text(part.get("text").asText());
    };
  }

  private static String text(JsonNode content) {
    return new Message(Role.TOOL, parts(content), Optional.empty()).text();
  }

  private static ToolSpec tool(JsonNode tool) {
    JsonNode function = tool.has("function") ? tool.get("function") : tool;
    JsonNode schema =
        function.has("parameters") ? function.get("parameters") : tool.path("input_schema");
    return new ToolSpec(
        function.get("name").asText(),
        Optional.of(function.path("description").asText()),
        Optional.of(schema),
        false);
  }

  private static ResponseFormat format(JsonNode request) {
    JsonNode format =
        request.has("response_format")
            ? request.get("response_format")
            : request.path("output_config");
    return format.isMissingNode()
        ? new ResponseFormat.Text()
        : new ResponseFormat.JsonSchema("", format, true);
  }

  private static OptionalLong inputTokens(JsonNode response) {
    Stream<JsonNode> documents =
        response.isTextual()
            ? response
                .asText()
                .lines()
                .filter(l -> l.startsWith("data: {"))
                .map(l -> json(l.substring(6)))
            : Stream.of(response);
    return documents
        .flatMap(document -> document.findValues("usage").stream())
        .filter(usage -> usage.has("prompt_tokens") || usage.has("input_tokens"))
        .mapToLong(RecordedTokensTest::inputTokensOf)
        .max();
  }

  private static long inputTokensOf(JsonNode usage) {
    return usage.path("prompt_tokens").asLong()
        + usage.path("input_tokens").asLong()
        + usage.path("cache_read_input_tokens").asLong()
        + usage.path("cache_creation_input_tokens").asLong();
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Sample(String model, TokenEstimate estimate, long actual) {
    boolean isWithinBound() {
      return actual <= estimate.upperBound();
    }

    double ratio() {
      return (double) estimate.tokens() / actual;
    }

    double boundRatio() {
      return (double) estimate.upperBound() / actual;
    }
  }
}
