package dev.gatehouse.conformance.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.conformance.Ask;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.ToolChoice;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** LangChain4j's models, for applications that are written for one vendor through it. */
final class LangChain implements Client {
  /** It tells nothing of some answers that end too early. */
  private static final int LONGEST_SECONDS = 20;

  private static final String KEY = "not-needed";
  private static final String MODEL = "named-with-each-request";

  private final ChatModel whole;
  private final StreamingChatModel streaming;
  private final Set<Scenario> beyondIt;

  private LangChain(ChatModel whole, StreamingChatModel streaming, Set<Scenario> beyondIt) {
    this.whole = whole;
    this.streaming = streaming;
    this.beyondIt = beyondIt;
  }

  static LangChain openAi(URI gateway) {
    String url = gateway + "/v1";
    return new LangChain(
        OpenAiChatModel.builder().baseUrl(url).apiKey(KEY).modelName(MODEL).maxRetries(0).build(),
        OpenAiStreamingChatModel.builder().baseUrl(url).apiKey(KEY).modelName(MODEL).build(),
        Set.of());
  }

  static LangChain anthropic(URI gateway) {
    String url = gateway + "/v1";
    return new LangChain(
        AnthropicChatModel.builder()
            .baseUrl(url)
            .apiKey(KEY)
            .modelName(MODEL)
            .maxRetries(0)
            .build(),
        AnthropicStreamingChatModel.builder().baseUrl(url).apiKey(KEY).modelName(MODEL).build(),
        Set.of());
  }

  /** Ollama knows no forced tools. */
  static LangChain ollama(URI gateway) {
    String url = gateway.toString();
    return new LangChain(
        OllamaChatModel.builder().baseUrl(url).modelName(MODEL).maxRetries(0).build(),
        OllamaStreamingChatModel.builder().baseUrl(url).modelName(MODEL).build(),
        Set.of(Scenario.FORCED_TOOL));
  }

  @Override
  public boolean can(Scenario scenario) {
    return !beyondIt.contains(scenario);
  }

  @Override
  public boolean tellsRetryAfter() {
    return false;
  }

  @Override
  public Reply ask(String model, Ask ask) {
    ChatRequest request = request(model, ask);
    try {
      return ask.stream() ? streamed(request) : reply(whole.chat(request), 1);
    } catch (RuntimeException e) {
      throw refusal(e);
    }
  }

  private Reply streamed(ChatRequest request) {
    CompletableFuture<ChatResponse> done = new CompletableFuture<>();
    AtomicInteger pieces = new AtomicInteger();
    streaming.chat(
        request,
        new StreamingChatResponseHandler() {
          @Override
          public void onPartialResponse(String piece) {
            pieces.incrementAndGet();
          }

          @Override
          public void onCompleteResponse(ChatResponse response) {
            done.complete(response);
          }

          @Override
          public void onError(Throwable error) {
            done.completeExceptionally(error);
          }
        });
    return reply(done.orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS).join(), pieces.get());
  }

  private static RuntimeException refusal(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpException http) {
        return new Refused(http.statusCode(), OptionalInt.empty(), failure);
      }
    }
    return failure instanceof CompletionException
            && failure.getCause() instanceof RuntimeException e
        ? e
        : failure;
  }

  /** Ollama's answers have no id, and no word for tool calls. */
  private static Reply reply(ChatResponse response, int pieces) {
    AiMessage message = response.aiMessage();
    List<Ask.Call> calls = new ArrayList<>();
    for (ToolExecutionRequest call : message.toolExecutionRequests()) {
      String id = call.id() == null ? "call_" + calls.size() : call.id();
      calls.add(new Ask.Call(id, call.name(), call.arguments()));
    }
    return new Reply(
        response.id() == null ? "none" : response.id(),
        response.modelName(),
        message.text() == null ? "" : message.text(),
        calls,
        ending(response, !calls.isEmpty()),
        pieces,
        response.tokenUsage().inputTokenCount(),
        response.tokenUsage().outputTokenCount());
  }

  private static Ending ending(ChatResponse response, boolean called) {
    return switch (response.finishReason()) {
      case STOP, OTHER -> called ? Ending.TOOL_CALLS : Ending.STOP;
      case LENGTH -> Ending.LENGTH;
      case TOOL_EXECUTION -> Ending.TOOL_CALLS;
      case CONTENT_FILTER -> throw new AssertionError("filtered");
    };
  }

  private static ChatRequest request(String model, Ask ask) {
    ChatRequest.Builder request = ChatRequest.builder().modelName(model).messages(messages(ask));
    if (!ask.tools().isEmpty()) {
      request.toolSpecifications(tools(ask));
    }
    if (ask.forcedTool().isPresent()) {
      request.toolChoice(ToolChoice.REQUIRED);
    }
    ask.schema().ifPresent(schema -> request.responseFormat(format(schema)));
    if (!ask.stop().isEmpty()) {
      request.stopSequences(ask.stop());
    }
    ask.maxTokens().ifPresent(request::maxOutputTokens);
    return request.build();
  }

  /** No tool can be forced by name: the one that must be called is offered alone. */
  private static List<ToolSpecification> tools(Ask ask) {
    return ask.tools().stream()
        .filter(tool -> ask.forcedTool().map(tool.name()::equals).orElse(true))
        .map(
            tool ->
                ToolSpecification.builder()
                    .name(tool.name())
                    .description(tool.description())
                    .parameters(object(tool.parameters()))
                    .build())
        .toList();
  }

  private static List<ChatMessage> messages(Ask ask) {
    List<ChatMessage> messages = new ArrayList<>();
    if (!ask.system().isEmpty()) {
      messages.add(SystemMessage.from(ask.system()));
    }
    Map<String, String> names = new HashMap<>();
    for (Ask.Turn turn : ask.turns()) {
      messages.add(
          switch (turn) {
            case Ask.User user -> UserMessage.from(contents(user));
            case Ask.Model said -> said(said, names);
            case Ask.Result(String callId, String text) ->
                ToolExecutionResultMessage.from(callId, names.getOrDefault(callId, ""), text);
          });
    }
    return messages;
  }

  private static List<Content> contents(Ask.User user) {
    List<Content> contents = new ArrayList<>();
    contents.add(TextContent.from(user.text()));
    for (Ask.Picture picture : user.pictures()) {
      contents.add(ImageContent.from(picture.base64(), picture.mediaType()));
    }
    return contents;
  }

  private static AiMessage said(Ask.Model turn, Map<String, String> names) {
    if (turn.calls().isEmpty()) {
      return AiMessage.from(turn.text());
    }
    turn.calls().forEach(call -> names.put(call.id(), call.name()));
    return AiMessage.from(
        turn.calls().stream()
            .map(
                call ->
                    ToolExecutionRequest.builder()
                        .id(call.id())
                        .name(call.name())
                        .arguments(call.arguments())
                        .build())
            .toList());
  }

  private static ResponseFormat format(JsonNode schema) {
    return ResponseFormat.builder()
        .type(ResponseFormatType.JSON)
        .jsonSchema(JsonSchema.builder().name("answer").rootElement(object(schema)).build())
        .build();
  }

  private static JsonObjectSchema object(JsonNode schema) {
    JsonObjectSchema.Builder object = JsonObjectSchema.builder();
    schema
        .path("properties")
        .properties()
        .forEach(member -> object.addProperty(member.getKey(), element(member.getValue())));
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    return object.required(required).additionalProperties(false).build();
  }

  private static JsonSchemaElement element(JsonNode schema) {
    String description =
        schema.path("description").isTextual() ? schema.path("description").asText() : null;
    return schema.path("type").asText().equals("integer")
        ? JsonIntegerSchema.builder().description(description).build()
        : JsonStringSchema.builder().description(description).build();
  }

  @Override
  public void close() {}
}
