package dev.gatehouse.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.JsonValue;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.errors.BadRequestException;
import com.anthropic.errors.NotFoundException;
import com.anthropic.errors.UnauthorizedException;
import com.anthropic.helpers.MessageAccumulator;
import com.anthropic.models.messages.ContentBlock;
import com.anthropic.models.messages.ContentBlockParam;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCountTokensParams;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.anthropic.models.messages.StopReason;
import com.anthropic.models.messages.Tool;
import com.anthropic.models.messages.ToolResultBlockParam;
import com.anthropic.models.messages.ToolUseBlock;
import com.anthropic.models.models.ModelInfo;
import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.scripted.ScriptedUpstream;
import dev.gatehouse.scripted.ScriptedUpstream.Exchange;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Anthropic's own SDK, and bare requests in its form, in front of upstreams of other kinds. */
final class AnthropicClientTest {
  private static final String SHOW =
      """
      {"details":{"quantization_level":"Q4_K_M"},"capabilities":["completion","tools","vision","thinking"],
       "model_info":{"general.architecture":"qwen3","general.parameter_count":8190735360,
       "qwen3.context_length":40960}}
      """;
  private static final String TAGS =
      """
      {"models":[{"name":"able:8b","model":"able:8b","size":5000000000,"digest":"d-able",
        "details":{"parameter_size":"8.0B","quantization_level":"Q4_K_M","context_length":40960},
        "capabilities":["completion","tools","vision","thinking"]}]}
      """;
  private static final String DONE =
      "{\"model\":\"able:8b\",\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"done\":true,\"done_reason\":\"stop\",\"prompt_eval_count\":11,\"eval_count\":7}\n";

  @TempDir private Path data;

  private static ScriptedUpstream ollama(ScriptedUpstream.Script chat) {
    return ScriptedUpstream.start(
        exchange -> {
          switch (exchange.path()) {
            case "/api/tags" -> exchange.json(200, TAGS);
            case "/api/ps" -> exchange.json(200, "{\"models\":[]}");
            case "/api/show" -> exchange.json(200, SHOW);
            case "/api/chat" -> chat.answer(exchange);
            default -> exchange.respond(404, Map.of(), new byte[0]);
          }
        });
  }

  private static ScriptedUpstream saying(String... messages) {
    return ollama(
        exchange -> {
          exchange.begin(200, "application/x-ndjson");
          for (String message : messages) {
            exchange.chunk("{\"model\":\"able:8b\",\"message\":" + message + ",\"done\":false}\n");
          }
          exchange.chunk(DONE);
          exchange.end();
        });
  }

  private static ScriptedUpstream hello() {
    return saying(
        "{\"role\":\"assistant\",\"content\":\"Hel\"}",
        "{\"role\":\"assistant\",\"content\":\"lo\"}");
  }

  private static ScriptedUpstream counter() {
    return ScriptedUpstream.start(
        exchange ->
            exchange.json(
                exchange.path().equals("/v1/messages/count_tokens") ? 200 : 404,
                "{\"input_tokens\":2095}"));
  }

  private static String home(ScriptedUpstream ollama) {
    return "providers:\n  - {name: home, kind: ollama, base-url: " + ollama.url("") + "}\n";
  }

  private static String claude(ScriptedUpstream anthropic) {
    return "  - {name: claude, kind: anthropic, base-url: "
        + anthropic.url("")
        + ", api-key: sk-ant-mine, models: [{id: claude-some-day, input-price: 3, output-price: 15}]}\n";
  }

  private static AnthropicClient client(RunningGateway gateway) {
    return AnthropicOkHttpClient.builder()
        .baseUrl("http://127.0.0.1:" + gateway.port())
        .apiKey("any")
        .maxRetries(0)
        .build();
  }

  private static MessageCreateParams.Builder asking(String text) {
    return MessageCreateParams.builder().model("able:8b").maxTokens(100).addUserMessage(text);
  }

  @Test
  void wholeAnswerIsWhatTheSdkExpects() {
    try (ScriptedUpstream ollama = hello();
        RunningGateway gateway = RunningGateway.start(home(ollama), data)) {
      AnthropicClient client = client(gateway);
      Message message = client.messages().create(asking("Hi").build());

      message.validate();
      assertThat(message.id()).startsWith("msg_");
      assertThat(message.content().getFirst().asText().text()).isEqualTo("Hello");
      assertThat(message.stopReason()).contains(StopReason.END_TURN);
      assertThat(message.usage().inputTokens()).isEqualTo(11);
      assertThat(message.usage().outputTokens()).isEqualTo(7);
    }
  }

  @Test
  void streamedAnswerIsWhatTheSdkExpects() {
    try (ScriptedUpstream ollama = hello();
        RunningGateway gateway = RunningGateway.start(home(ollama), data)) {
      AnthropicClient client = client(gateway);
      MessageAccumulator accumulator = MessageAccumulator.create();
      try (StreamResponse<RawMessageStreamEvent> stream =
          client.messages().createStreaming(asking("Hi").build())) {
        stream.stream().peek(event -> event.validate()).forEach(accumulator::accumulate);
      }

      Message message = accumulator.message();
      assertThat(message.content().getFirst().asText().text()).isEqualTo("Hello");
      assertThat(message.stopReason()).contains(StopReason.END_TURN);
      assertThat(message.usage().outputTokens()).isEqualTo(7);
    }
  }

  @Test
  void toolIsCalledAndItsResultGoesBack() {
    try (ScriptedUpstream ollama =
            saying(
                "{\"role\":\"assistant\",\"content\":\"\",\"tool_calls\":[{\"id\":\"call_1\",\"function\":{\"index\":0,\"name\":\"weather\",\"arguments\":{\"city\":\"Rome\"}}}]}");
        RunningGateway gateway = RunningGateway.start(home(ollama), data)) {
      AnthropicClient client = client(gateway);
      MessageCreateParams first = asking("Weather in Rome?").addTool(weather()).build();

      Message called = client.messages().create(first);
      ToolUseBlock use =
          called.content().stream().flatMap(block -> block.toolUse().stream()).findFirst().get();
      client
          .messages()
          .create(
              first.toBuilder()
                  .addMessage(called)
                  .addUserMessageOfContentBlockParams(List.of(result(use.id())))
                  .build());

      assertThat(called.stopReason()).contains(StopReason.TOOL_USE);
      assertThat(use._input()).isEqualTo(JsonValue.from(Map.of("city", "Rome")));
      JsonNode sent = RunningGateway.json(chats(ollama).getLast().bodyText()).path("messages");
      assertThat(sent.path(1).path("tool_calls").path(0).path("function").path("name").asText())
          .isEqualTo("weather");
      assertThat(sent.path(2).path("role").asText()).isEqualTo("tool");
      assertThat(sent.path(2).path("content").asText()).isEqualTo("sunny");
    }
  }

  private static Tool weather() {
    return Tool.builder()
        .name("weather")
        .inputSchema(
            Tool.InputSchema.builder()
                .putAdditionalProperty(
                    "properties", JsonValue.from(Map.of("city", Map.of("type", "string"))))
                .build())
        .build();
  }

  private static ContentBlockParam result(String id) {
    return ContentBlockParam.ofToolResult(
        ToolResultBlockParam.builder().toolUseId(id).content("sunny").build());
  }

  private static List<Exchange> chats(ScriptedUpstream ollama) {
    return ollama.exchanges().stream()
        .filter(exchange -> exchange.path().equals("/api/chat"))
        .toList();
  }

  @Test
  void parallelCallsOfAnOpenAiModelBecomeBlocksThoughTheirPiecesInterleave() {
    try (ScriptedUpstream openai =
            ScriptedUpstream.start(
                exchange -> {
                  exchange.begin(200, "text/event-stream");
                  exchange.chunk(Answers.chunk("{\"content\":\"I look.\"}", "null", ""));
                  exchange.chunk(call(0, "\"id\":\"a\",\"type\":\"function\",", "{\\\"city\\\":"));
                  exchange.chunk(call(1, "\"id\":\"b\",\"type\":\"function\",", "{\\\"city\\\":"));
                  exchange.chunk(call(0, "", "\\\"Rome\\\"}"));
                  exchange.chunk(call(1, "", "\\\"Oslo\\\"}"));
                  exchange.chunk(Answers.chunk("{}", "\"tool_calls\"", ""));
                  exchange.chunk(Answers.usageChunk(7, 3));
                  exchange.chunk("data: [DONE]\n\n");
                  exchange.end();
                });
        RunningGateway gateway = RunningGateway.start(Answers.cloudOnly(openai), data)) {
      AnthropicClient client = client(gateway);
      MessageAccumulator accumulator = MessageAccumulator.create();
      try (StreamResponse<RawMessageStreamEvent> stream =
          client
              .messages()
              .createStreaming(
                  asking("Weather?").model("gpt-4.1-mini").addTool(weather()).build())) {
        stream.stream().forEach(accumulator::accumulate);
      }

      Message message = accumulator.message();
      assertThat(message.stopReason()).contains(StopReason.TOOL_USE);
      assertThat(message.content()).hasSize(3);
      assertThat(message.content().get(1).asToolUse()._input())
          .isEqualTo(JsonValue.from(Map.of("city", "Rome")));
      assertThat(message.content().get(2).asToolUse()._input())
          .isEqualTo(JsonValue.from(Map.of("city", "Oslo")));
      assertThat(message.usage().outputTokens()).isEqualTo(3);
      JsonNode sent = RunningGateway.json(openai.exchanges().getLast().bodyText());
      assertThat(sent.path("tools").path(0).path("function").path("name").asText())
          .isEqualTo("weather");
    }
  }

  private static String call(int index, String head, String arguments) {
    String name = head.isEmpty() ? "" : "\"name\":\"weather\",";
    return Answers.chunk(
        "{\"tool_calls\":[{\"index\":"
            + index
            + ","
            + head
            + "\"function\":{"
            + name
            + "\"arguments\":\""
            + arguments
            + "\"}}]}",
        "null",
        "");
  }

  @Test
  void thinkingIsShownToWhoAsksForIt() {
    try (ScriptedUpstream ollama =
            saying(
                "{\"role\":\"assistant\",\"content\":\"\",\"thinking\":\"Hm.\"}",
                "{\"role\":\"assistant\",\"content\":\"Hello\"}");
        RunningGateway gateway = RunningGateway.start(home(ollama), data)) {
      AnthropicClient client = client(gateway);
      Message asked =
          client.messages().create(asking("Hi").maxTokens(2000).enabledThinking(1024).build());
      Message unasked = client.messages().create(asking("Hi").build());

      assertThat(asked.content().getFirst().asThinking().thinking()).isEqualTo("Hm.");
      assertThat(asked.content().getLast().asText().text()).isEqualTo("Hello");
      assertThat(unasked.content()).hasSize(1).allMatch(ContentBlock::isText);
    }
  }

  @Test
  void streamThatBreaksEndsWithAnErrorEvent() {
    try (ScriptedUpstream ollama =
            ollama(
                exchange -> {
                  exchange.begin(200, "application/x-ndjson");
                  exchange.chunk(
                      "{\"model\":\"able:8b\",\"message\":{\"role\":\"assistant\",\"content\":\"Hel\"},\"done\":false}\n");
                  exchange.hangUp();
                });
        RunningGateway gateway = RunningGateway.start(home(ollama), data)) {
      AnthropicClient client = client(gateway);
      assertThatThrownBy(
              () -> {
                try (StreamResponse<RawMessageStreamEvent> stream =
                    client.messages().createStreaming(asking("Hi").build())) {
                  stream.stream().forEach(RawMessageStreamEvent::validate);
                }
              })
          .isInstanceOf(AnthropicServiceException.class)
          .hasMessageContaining("api_error");
    }
  }

  @Test
  void errorsAreTheSdksOwn() {
    try (ScriptedUpstream ollama = hello();
        RunningGateway gateway = RunningGateway.start(home(ollama), data)) {
      AnthropicClient client = client(gateway);
      assertThatThrownBy(
              () -> client.messages().create(asking("Hi").model("claude-opus-4-8").build()))
          .isInstanceOf(NotFoundException.class)
          .hasMessageContaining("not_found_error");
      assertThatThrownBy(
              () ->
                  client
                      .messages()
                      .create(
                          asking("Hi")
                              .putAdditionalBodyProperty("temperature", JsonValue.from(1.5))
                              .build()))
          .isInstanceOf(BadRequestException.class)
          .hasMessageContaining("invalid_request_error");
      assertThat(chats(ollama)).isEmpty();
    }
  }

  @Test
  void nameOfAClaudeCanStandForAnotherModel() {
    try (ScriptedUpstream ollama = hello();
        RunningGateway gateway =
            RunningGateway.start(
                home(ollama) + "policy: {aliases: {claude-sonnet-4-5-20250929: home/able:8b}}\n",
                data)) {
      AnthropicClient client = client(gateway);
      Message message =
          client.messages().create(asking("Hi").model("claude-sonnet-4-5-20250929").build());

      assertThat(message.content().getFirst().asText().text()).isEqualTo("Hello");
    }
  }

  @Test
  void keyIsTakenFromEitherHeader() {
    try (ScriptedUpstream ollama = hello();
        RunningGateway gateway =
            RunningGateway.start(home(ollama) + "keys: [{name: app, key: sk-right}]\n", data)) {
      AnthropicClient wrong = client(gateway);
      assertThatThrownBy(() -> wrong.messages().create(asking("Hi").build()))
          .isInstanceOf(UnauthorizedException.class)
          .hasMessageContaining("authentication_error");
      assertThat(post(gateway, "/v1/messages", PLAIN, "x-api-key", "sk-right").statusCode())
          .isEqualTo(200);
      assertThat(
              post(gateway, "/v1/messages", PLAIN, "authorization", "Bearer sk-right").statusCode())
          .isEqualTo(200);
    }
  }

  private static final String PLAIN =
      "{\"model\":\"auto\",\"max_tokens\":100,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";

  private static HttpResponse<String> post(
      RunningGateway gateway, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(gateway.url(path))
            .POST(HttpRequest.BodyPublishers.ofString(body, UTF_8));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return gateway.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @ParameterizedTest
  @CsvSource({"/v1/messages, 400", "/v1/messages?beta=true, 400", "/v1/messages/elsewhere, 404"})
  void errorHasAnthropicsShapeAndItsHeader(String path, int status) {
    try (ScriptedUpstream ollama = hello();
        RunningGateway gateway = RunningGateway.start(home(ollama), data)) {
      HttpResponse<String> answer = post(gateway, path, "{bad");

      assertThat(answer.statusCode()).isEqualTo(status);
      JsonNode error = RunningGateway.json(answer.body());
      assertThat(error.path("type").asText()).isEqualTo("error");
      assertThat(error.path("request_id").asText())
          .isEqualTo(answer.headers().firstValue("request-id").orElseThrow())
          .startsWith("req_");
    }
  }

  @Test
  void whatAnotherUpstreamDoesNotCarryIsNamed() {
    try (ScriptedUpstream ollama = hello();
        RunningGateway gateway = RunningGateway.start(home(ollama), data)) {
      String body =
          PLAIN.replace(
              "\"max_tokens\"",
              "\"metadata\":{\"user_id\":\"u\"},\"system\":[{\"type\":\"text\",\"text\":\"Be brief.\",\"cache_control\":{\"type\":\"ephemeral\"}}],\"max_tokens\"");

      var hints = post(gateway, "/v1/messages", body, "anthropic-beta", "effort-2025-11-24");
      var need = post(gateway, "/v1/messages", PLAIN.replace("\"max", "\"container\":\"c\",\"max"));

      assertThat(hints.headers().firstValue("x-gatehouse-dropped"))
          .contains("anthropic-beta, cache_control, metadata");
      assertThat(need.statusCode()).isEqualTo(400);
      assertThat(need.body()).contains("invalid_request_error").contains("container");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"type":"image","source":{"type":"base64","media_type":"image/png","data":"AA=="}}
          {"type":"image","source":{"type":"url","url":"https://example.org/x.png"}}
          {"type":"image","source":{"type":"file","file_id":"file_1"}}
          {"type":"document","source":{"type":"base64","media_type":"application/pdf","data":"AA=="}}
          {"type":"document","source":{"type":"url","url":"https://example.org/x.pdf"}}
          {"type":"document","source":{"type":"file","file_id":"file_1"}}
          """)
  void imagesAndDocumentsAreUnscannableInWhateverForm(String block) {
    try (ScriptedUpstream ollama = hello();
        RunningGateway gateway = RunningGateway.start(home(ollama), data)) {
      String alone = PLAIN.replace("\"Hi\"", "[" + block + "]");
      String inResult =
          PLAIN.replace(
              "[{\"role\"",
              "[{\"role\":\"assistant\",\"content\":[{\"type\":\"tool_use\",\"id\":\"t\",\"name\":\"f\",\"input\":{}}]},{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\",\"tool_use_id\":\"t\",\"content\":["
                  + block
                  + "]}]},{\"role\"");

      assertThat(privacyClass(post(gateway, "/v1/messages", alone))).isEqualTo("UNSCANNABLE");
      assertThat(privacyClass(post(gateway, "/v1/messages", inResult))).isEqualTo("UNSCANNABLE");
    }
  }

  private static String privacyClass(HttpResponse<String> answer) {
    return answer.headers().firstValue("x-gatehouse-privacy-class").orElse("");
  }

  @Test
  void countIsAskedOfAnthropicAndCostsNothing() {
    try (ScriptedUpstream anthropic = counter();
        RunningGateway gateway =
            RunningGateway.start(
                "providers:\n"
                    + claude(anthropic)
                    + "budgets: [{scope: global, period: month, limit-usd: 0, at-limit: refuse}]\n",
                data)) {
      String body =
          "{ \"model\":\"claude/claude-some-day\", \"messages\":[{\"role\":\"user\",\"content\":\"Hi \\u00e9\"}] }";

      var counted =
          post(gateway, "/v1/messages/count_tokens", body, "anthropic-beta", "some-day-2030-01-01");

      assertThat(counted.body()).isEqualTo("{\"input_tokens\":2095}");
      Exchange asked = anthropic.exchanges().getLast();
      assertThat(asked.path()).isEqualTo("/v1/messages/count_tokens");
      assertThat(asked.bodyText())
          .isEqualTo(body.replace("claude/claude-some-day", "claude-some-day"));
      assertThat(asked.header("anthropic-beta")).isEqualTo("some-day-2030-01-01");
      assertThat(asked.header("x-api-key")).isEqualTo("sk-ant-mine");
      assertThat(gateway.charges()).isEmpty();
    }
  }

  @Test
  void countIsEstimatedWhereNobodyCounts() {
    try (ScriptedUpstream ollama = hello();
        RunningGateway gateway = RunningGateway.start(home(ollama), data)) {
      AnthropicClient client = client(gateway);
      long counted =
          client
              .messages()
              .countTokens(
                  MessageCountTokensParams.builder()
                      .model("able:8b")
                      .addUserMessage("one two three four five six seven eight")
                      .build())
              .inputTokens();

      assertThat(counted).isBetween(8L, 30L);
      assertThat(chats(ollama)).isEmpty();
      assertThat(gateway.charges()).isEmpty();
    }
  }

  @Test
  void promptLongerThanAnyContextCanBeCounted() {
    try (ScriptedUpstream ollama = hello();
        RunningGateway gateway = RunningGateway.start(home(ollama), data)) {
      var counted =
          post(gateway, "/v1/messages/count_tokens", PLAIN.replace("Hi", "word ".repeat(60_000)));

      assertThat(RunningGateway.json(counted.body()).path("input_tokens").asLong())
          .isGreaterThan(40_960);
    }
  }

  @Test
  void privatePromptIsCountedAtHome() {
    try (ScriptedUpstream anthropic = counter();
        ScriptedUpstream ollama = hello();
        RunningGateway gateway =
            RunningGateway.start(
                home(ollama) + claude(anthropic) + "privacy: {rules: {financial: local}}\n",
                data)) {
      String secret = PLAIN.replace("Hi", "my card is 4111 1111 1111 1111");

      var counted = post(gateway, "/v1/messages/count_tokens", secret);
      var named =
          post(gateway, "/v1/messages/count_tokens", secret.replace("auto", "claude-some-day"));

      assertThat(counted.statusCode()).isEqualTo(200);
      assertThat(counted.headers().firstValue("x-gatehouse-locality")).contains("local");
      assertThat(named.statusCode()).isEqualTo(403);
      assertThat(anthropic.exchanges()).allMatch(exchange -> exchange.method().equals("GET"));
    }
  }

  @Test
  void headerThatGoesAlongIsScannedLikeTheBody() {
    try (ScriptedUpstream anthropic = counter();
        ScriptedUpstream ollama = hello();
        RunningGateway gateway = RunningGateway.start(home(ollama) + claude(anthropic), data)) {
      var counted =
          post(
              gateway,
              "/v1/messages/count_tokens",
              PLAIN.replace("auto", "claude-some-day"),
              "anthropic-beta",
              "AKIA" + "IOSFODNN7QXBMPLF");

      assertThat(privacyClass(counted)).isEqualTo("SECRET");
      assertThat(anthropic.exchanges()).allMatch(exchange -> exchange.method().equals("GET"));
    }
  }

  @Test
  void modelsAreListedAPageAtATime() {
    try (ScriptedUpstream ollama = hello();
        RunningGateway gateway = RunningGateway.start(home(ollama), data)) {
      AnthropicClient client = client(gateway);
      List<String> all = client.models().list().autoPager().stream().map(ModelInfo::id).toList();
      JsonNode page =
          RunningGateway.json(
              gateway
                  .get("/v1/models?limit=2&after_id=auto", "anthropic-version", "2023-06-01")
                  .body());

      assertThat(all).startsWith("auto").endsWith("home/able:8b");
      assertThat(page.path("data").findValuesAsText("id"))
          .containsExactly("auto:economy", "auto:balanced");
      assertThat(page.path("has_more").asBoolean()).isTrue();
      assertThat(page.path("last_id").asText()).isEqualTo("auto:balanced");
      assertThat(client.models().retrieve("able:8b").id()).isEqualTo("home/able:8b");
    }
  }

  @Test
  void listOfModelsIsOpenAisForEverybodyElse() {
    try (ScriptedUpstream ollama = hello();
        RunningGateway gateway = RunningGateway.start(home(ollama), data)) {
      assertThat(RunningGateway.json(gateway.get("/v1/models").body()).path("object").asText())
          .isEqualTo("list");
    }
  }
}
