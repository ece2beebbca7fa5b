package dev.gatehouse.conformance.sdk;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.JsonValue;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.helpers.MessageAccumulator;
import com.anthropic.models.messages.Base64ImageSource;
import com.anthropic.models.messages.ContentBlock;
import com.anthropic.models.messages.ContentBlockParam;
import com.anthropic.models.messages.ImageBlockParam;
import com.anthropic.models.messages.JsonOutputFormat;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.OutputConfig;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.anthropic.models.messages.TextBlock;
import com.anthropic.models.messages.TextBlockParam;
import com.anthropic.models.messages.Tool;
import com.anthropic.models.messages.ToolResultBlockParam;
import com.anthropic.models.messages.ToolUseBlock;
import com.anthropic.models.messages.ToolUseBlockParam;
import com.anthropic.models.messages.Usage;
import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.conformance.Ask;
import dev.gatehouse.json.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Anthropic's own client. */
final class AnthropicJava implements Client {
  private static final int USUAL_MAX_TOKENS = 1000;

  private final AnthropicClient client;

  AnthropicJava(URI gateway) {
    this.client =
        AnthropicOkHttpClient.builder()
            .baseUrl(gateway.toString())
            .apiKey("not-needed")
            .maxRetries(0)
            .build();
  }

  @Override
  public boolean can(Scenario scenario) {
    return true;
  }

  @Override
  public Reply ask(String model, Ask ask) {
    MessageCreateParams params = params(model, ask);
    try {
      return ask.stream() ? streamed(params) : reply(create(params), 1);
    } catch (AnthropicServiceException e) {
      throw new Refused(e.statusCode(), retryAfter(e), e);
    }
  }

  private Message create(MessageCreateParams params) {
    return client.messages().create(params).validate();
  }

  private static OptionalInt retryAfter(AnthropicServiceException e) {
    return e.headers().values("retry-after").stream().mapToInt(Integer::parseInt).findFirst();
  }

  private Reply streamed(MessageCreateParams params) {
    MessageAccumulator all = MessageAccumulator.create();
    AtomicInteger pieces = new AtomicInteger();
    try (StreamResponse<RawMessageStreamEvent> stream = client.messages().createStreaming(params)) {
      stream.stream()
          .map(RawMessageStreamEvent::validate)
          .peek(
              event ->
                  event
                      .contentBlockDelta()
                      .filter(delta -> delta.delta().isText())
                      .ifPresent(_ -> pieces.incrementAndGet()))
          .forEach(all::accumulate);
    }
    return reply(all.message(), pieces.get());
  }

  private static Reply reply(Message message, int pieces) {
    Usage usage = message.usage();
    return new Reply(
        message.id(),
        message.model().asString(),
        message.content().stream()
            .flatMap(block -> block.text().stream())
            .map(TextBlock::text)
            .collect(Collectors.joining()),
        message.content().stream()
            .filter(ContentBlock::isToolUse)
            .map(block -> call(block.asToolUse()))
            .toList(),
        ending(message.stopReason().orElseThrow().asString()),
        pieces,
        usage.inputTokens()
            + usage.cacheReadInputTokens().orElse(0L)
            + usage.cacheCreationInputTokens().orElse(0L),
        usage.outputTokens());
  }

  private static Ask.Call call(ToolUseBlock block) {
    JsonNode input = block._input().convert(JsonNode.class);
    return new Ask.Call(
        block.id(), block.name(), new String(Json.write(input), StandardCharsets.UTF_8));
  }

  private static Ending ending(String word) {
    return switch (word) {
      case "end_turn", "stop_sequence" -> Ending.STOP;
      case "max_tokens" -> Ending.LENGTH;
      case "tool_use" -> Ending.TOOL_CALLS;
      default -> throw new AssertionError("stop_reason " + word);
    };
  }

  private static MessageCreateParams params(String model, Ask ask) {
    var params =
        MessageCreateParams.builder()
            .model(model)
            .maxTokens(ask.maxTokens().orElse(USUAL_MAX_TOKENS));
    if (!ask.system().isEmpty()) {
      params.system(ask.system());
    }
    addTurns(params, ask.turns());
    ask.tools().forEach(tool -> params.addTool(tool(tool)));
    ask.forcedTool().ifPresent(params::toolToolChoice);
    ask.schema().ifPresent(schema -> params.outputConfig(output(schema)));
    if (!ask.stop().isEmpty()) {
      params.stopSequences(ask.stop());
    }
    return params.build();
  }

  /** The results of one turn's calls stand in one message. */
  private static void addTurns(MessageCreateParams.Builder params, List<Ask.Turn> turns) {
    List<ContentBlockParam> results = new ArrayList<>();
    for (Ask.Turn turn : turns) {
      if (turn instanceof Ask.Result(String callId, String text)) {
        results.add(
            ContentBlockParam.ofToolResult(
                ToolResultBlockParam.builder().toolUseId(callId).content(text).build()));
      } else {
        addResults(params, results);
        add(params, turn);
      }
    }
    addResults(params, results);
  }

  private static void addResults(
      MessageCreateParams.Builder params, List<ContentBlockParam> results) {
    if (!results.isEmpty()) {
      params.addUserMessageOfContentBlockParams(List.copyOf(results));
      results.clear();
    }
  }

  private static void add(MessageCreateParams.Builder params, Ask.Turn turn) {
    switch (turn) {
      case Ask.User(String text, List<Ask.Picture> pictures) when pictures.isEmpty() ->
          params.addUserMessage(text);
      case Ask.User user -> params.addUserMessageOfContentBlockParams(illustrated(user));
      case Ask.Model(String text, List<Ask.Call> calls) when calls.isEmpty() ->
          params.addAssistantMessage(text);
      case Ask.Model said -> params.addAssistantMessageOfContentBlockParams(calls(said));
      case Ask.Result _ -> throw new IllegalArgumentException("results are added together");
    }
  }

  private static List<ContentBlockParam> illustrated(Ask.User user) {
    List<ContentBlockParam> blocks = new ArrayList<>();
    for (Ask.Picture picture : user.pictures()) {
      Base64ImageSource source =
          Base64ImageSource.builder()
              .mediaType(Base64ImageSource.MediaType.of(picture.mediaType()))
              .data(picture.base64())
              .build();
      blocks.add(ContentBlockParam.ofImage(ImageBlockParam.builder().source(source).build()));
    }
    blocks.add(ContentBlockParam.ofText(TextBlockParam.builder().text(user.text()).build()));
    return blocks;
  }

  private static List<ContentBlockParam> calls(Ask.Model turn) {
    return turn.calls().stream()
        .map(
            call ->
                ContentBlockParam.ofToolUse(
                    ToolUseBlockParam.builder()
                        .id(call.id())
                        .name(call.name())
                        .input(input(call.arguments()))
                        .build()))
        .toList();
  }

  private static ToolUseBlockParam.Input input(String arguments) {
    var input = ToolUseBlockParam.Input.builder();
    Json.read(arguments.getBytes(StandardCharsets.UTF_8))
        .properties()
        .forEach(
            member ->
                input.putAdditionalProperty(
                    member.getKey(), JsonValue.fromJsonNode(member.getValue())));
    return input.build();
  }

  /** The builder says itself that it is an object. */
  private static Tool tool(Ask.Tool tool) {
    var schema = Tool.InputSchema.builder();
    tool.parameters().properties().stream()
        .filter(member -> !member.getKey().equals("type"))
        .forEach(
            member ->
                schema.putAdditionalProperty(
                    member.getKey(), JsonValue.fromJsonNode(member.getValue())));
    return Tool.builder()
        .name(tool.name())
        .description(tool.description())
        .inputSchema(schema.build())
        .build();
  }

  private static OutputConfig output(JsonNode wanted) {
    var schema = JsonOutputFormat.Schema.builder();
    wanted
        .properties()
        .forEach(
            member ->
                schema.putAdditionalProperty(
                    member.getKey(), JsonValue.fromJsonNode(member.getValue())));
    return OutputConfig.builder()
        .format(JsonOutputFormat.builder().schema(schema.build()).build())
        .build();
  }

  @Override
  public void close() {
    client.close();
  }
}
