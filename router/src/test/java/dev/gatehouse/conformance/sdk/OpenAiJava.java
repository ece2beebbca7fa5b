package dev.gatehouse.conformance.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.errors.OpenAIServiceException;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.ResponseFormatJsonSchema;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionAssistantMessageParam;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionContentPart;
import com.openai.models.chat.completions.ChatCompletionContentPartImage;
import com.openai.models.chat.completions.ChatCompletionContentPartText;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionFunctionTool;
import com.openai.models.chat.completions.ChatCompletionMessageFunctionToolCall;
import com.openai.models.chat.completions.ChatCompletionMessageToolCall;
import com.openai.models.chat.completions.ChatCompletionNamedToolChoice;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import com.openai.models.chat.completions.ChatCompletionUserMessageParam;
import dev.gatehouse.conformance.Ask;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

/** OpenAI's own client, its chat completions. */
final class OpenAiJava implements Client {
  private final OpenAIClient client;

  OpenAiJava(URI gateway) {
    this.client =
        OpenAIOkHttpClient.builder()
            .baseUrl(gateway + "/v1")
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
    ChatCompletionCreateParams params = params(model, ask);
    try {
      return ask.stream() ? streamed(params) : reply(create(params), 1);
    } catch (OpenAIServiceException e) {
      throw new Refused(e.statusCode(), retryAfter(e), e);
    }
  }

  private ChatCompletion create(ChatCompletionCreateParams params) {
    return client.chat().completions().create(params).validate();
  }

  private static OptionalInt retryAfter(OpenAIServiceException e) {
    return e.headers().values("retry-after").stream().mapToInt(Integer::parseInt).findFirst();
  }

  private Reply streamed(ChatCompletionCreateParams params) {
    ChatCompletionAccumulator all = ChatCompletionAccumulator.create();
    AtomicInteger pieces = new AtomicInteger();
    try (StreamResponse<ChatCompletionChunk> stream =
        client.chat().completions().createStreaming(params)) {
      stream.stream()
          .map(ChatCompletionChunk::validate)
          .peek(
              chunk ->
                  chunk.choices().stream()
                      .filter(
                          choice -> choice.delta().content().filter(t -> !t.isEmpty()).isPresent())
                      .forEach(_ -> pieces.incrementAndGet()))
          .forEach(all::accumulate);
    }
    return reply(all.chatCompletion(), pieces.get());
  }

  private static Reply reply(ChatCompletion completion, int pieces) {
    ChatCompletion.Choice choice = completion.choices().getFirst();
    var usage = completion.usage().orElseThrow();
    return new Reply(
        completion.id(),
        completion.model(),
        choice.message().content().orElse(""),
        choice.message().toolCalls().orElse(List.of()).stream().map(OpenAiJava::call).toList(),
        ending(choice.finishReason().asString()),
        pieces,
        usage.promptTokens(),
        usage.completionTokens());
  }

  private static Ask.Call call(ChatCompletionMessageToolCall call) {
    ChatCompletionMessageFunctionToolCall function = call.asFunction();
    return new Ask.Call(function.id(), function.function().name(), function.function().arguments());
  }

  private static Ending ending(String word) {
    return switch (word) {
      case "stop" -> Ending.STOP;
      case "length" -> Ending.LENGTH;
      case "tool_calls" -> Ending.TOOL_CALLS;
      default -> throw new AssertionError("finish_reason " + word);
    };
  }

  private static ChatCompletionCreateParams params(String model, Ask ask) {
    var params = ChatCompletionCreateParams.builder().model(model);
    if (!ask.system().isEmpty()) {
      params.addSystemMessage(ask.system());
    }
    ask.turns().forEach(turn -> add(params, turn));
    ask.tools().forEach(tool -> params.addTool(tool(tool)));
    ask.forcedTool()
        .ifPresent(
            name ->
                params.toolChoice(
                    ChatCompletionNamedToolChoice.builder()
                        .function(
                            ChatCompletionNamedToolChoice.Function.builder().name(name).build())
                        .build()));
    ask.schema().ifPresent(schema -> params.responseFormat(schema(schema)));
    if (!ask.stop().isEmpty()) {
      params.stopOfStrings(ask.stop());
    }
    ask.maxTokens().ifPresent(params::maxCompletionTokens);
    if (ask.stream()) {
      params.streamOptions(ChatCompletionStreamOptions.builder().includeUsage(true).build());
    }
    return params.build();
  }

  private static void add(ChatCompletionCreateParams.Builder params, Ask.Turn turn) {
    switch (turn) {
      case Ask.User(String text, List<Ask.Picture> pictures) when pictures.isEmpty() ->
          params.addUserMessage(text);
      case Ask.User user -> params.addMessage(illustrated(user));
      case Ask.Model said -> params.addMessage(said(said));
      case Ask.Result(String callId, String text) ->
          params.addMessage(
              ChatCompletionToolMessageParam.builder().toolCallId(callId).content(text).build());
    }
  }

  private static ChatCompletionUserMessageParam illustrated(Ask.User user) {
    List<ChatCompletionContentPart> parts = new ArrayList<>();
    parts.add(
        ChatCompletionContentPart.ofText(
            ChatCompletionContentPartText.builder().text(user.text()).build()));
    for (Ask.Picture picture : user.pictures()) {
      String url = "data:" + picture.mediaType() + ";base64," + picture.base64();
      parts.add(
          ChatCompletionContentPart.ofImageUrl(
              ChatCompletionContentPartImage.builder()
                  .imageUrl(ChatCompletionContentPartImage.ImageUrl.builder().url(url).build())
                  .build()));
    }
    return ChatCompletionUserMessageParam.builder().contentOfArrayOfContentParts(parts).build();
  }

  private static ChatCompletionAssistantMessageParam said(Ask.Model turn) {
    var message = ChatCompletionAssistantMessageParam.builder();
    if (!turn.text().isEmpty()) {
      message.content(turn.text());
    }
    for (Ask.Call call : turn.calls()) {
      message.addToolCall(
          ChatCompletionMessageFunctionToolCall.builder()
              .id(call.id())
              .function(
                  ChatCompletionMessageFunctionToolCall.Function.builder()
                      .name(call.name())
                      .arguments(call.arguments())
                      .build())
              .build());
    }
    return message.build();
  }

  private static ChatCompletionFunctionTool tool(Ask.Tool tool) {
    var parameters = FunctionParameters.builder();
    tool.parameters()
        .properties()
        .forEach(
            member ->
                parameters.putAdditionalProperty(
                    member.getKey(), JsonValue.fromJsonNode(member.getValue())));
    return ChatCompletionFunctionTool.builder()
        .function(
            FunctionDefinition.builder()
                .name(tool.name())
                .description(tool.description())
                .parameters(parameters.build())
                .build())
        .build();
  }

  private static ResponseFormatJsonSchema schema(JsonNode wanted) {
    var schema = ResponseFormatJsonSchema.JsonSchema.Schema.builder();
    wanted
        .properties()
        .forEach(
            member ->
                schema.putAdditionalProperty(
                    member.getKey(), JsonValue.fromJsonNode(member.getValue())));
    return ResponseFormatJsonSchema.builder()
        .jsonSchema(
            ResponseFormatJsonSchema.JsonSchema.builder()
                .name("answer")
                .strict(true)
                .schema(schema.build())
                .build())
        .build();
  }

  @Override
  public void close() {
    client.close();
  }
}
