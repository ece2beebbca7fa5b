package dev.gatehouse.conformance.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.errors.OpenAIServiceException;
import com.openai.helpers.ResponseAccumulator;
import com.openai.models.ChatModel;
import com.openai.models.ResponsesModel;
import com.openai.models.responses.EasyInputMessage;
import com.openai.models.responses.FunctionTool;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseFormatTextJsonSchemaConfig;
import com.openai.models.responses.ResponseFunctionToolCall;
import com.openai.models.responses.ResponseInputContent;
import com.openai.models.responses.ResponseInputImage;
import com.openai.models.responses.ResponseInputItem;
import com.openai.models.responses.ResponseInputText;
import com.openai.models.responses.ResponseOutputText;
import com.openai.models.responses.ResponseStreamEvent;
import com.openai.models.responses.ResponseTextConfig;
import com.openai.models.responses.ToolChoiceFunction;
import dev.gatehouse.conformance.Ask;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** OpenAI's own client, its responses. */
final class OpenAiJavaResponses implements Client {
  private final OpenAIClient client;

  OpenAiJavaResponses(URI gateway) {
    this.client =
        OpenAIOkHttpClient.builder()
            .baseUrl(gateway + "/v1")
            .apiKey("not-needed")
            .maxRetries(0)
            .build();
  }

  /** Responses have no stop sequences. */
  @Override
  public boolean can(Scenario scenario) {
    return scenario != Scenario.STOP_SEQUENCE;
  }

  @Override
  public Reply ask(String model, Ask ask) {
    ResponseCreateParams params = params(model, ask);
    try {
      return ask.stream() ? streamed(params) : reply(client.responses().create(params), 1);
    } catch (OpenAIServiceException e) {
      throw new Refused(e.statusCode(), retryAfter(e), e);
    }
  }

  private static OptionalInt retryAfter(OpenAIServiceException e) {
    return e.headers().values("retry-after").stream().mapToInt(Integer::parseInt).findFirst();
  }

  private Reply streamed(ResponseCreateParams params) {
    ResponseAccumulator all = ResponseAccumulator.create();
    AtomicInteger pieces = new AtomicInteger();
    try (StreamResponse<ResponseStreamEvent> stream = client.responses().createStreaming(params)) {
      stream.stream()
          .map(ResponseStreamEvent::validate)
          .peek(event -> event.outputTextDelta().ifPresent(_ -> pieces.incrementAndGet()))
          .forEach(all::accumulate);
    }
    return reply(all.response(), pieces.get());
  }

  private static Reply reply(Response response, int pieces) {
    Response valid = response.validate();
    var usage = valid.usage().orElseThrow();
    List<Ask.Call> calls =
        valid.output().stream()
            .flatMap(item -> item.functionCall().stream())
            .map(call -> new Ask.Call(call.callId(), call.name(), call.arguments()))
            .toList();
    return new Reply(
        valid.id(),
        name(valid.model()),
        text(valid),
        calls,
        ending(valid, calls),
        pieces,
        usage.inputTokens(),
        usage.outputTokens());
  }

  /** Names that the client knows are of another type. */
  private static String name(ResponsesModel model) {
    return model.chat().map(ChatModel::asString).or(model::string).orElse("");
  }

  private static String text(Response response) {
    return response.output().stream()
        .flatMap(item -> item.message().stream())
        .flatMap(message -> message.content().stream())
        .flatMap(part -> part.outputText().stream())
        .map(ResponseOutputText::text)
        .collect(Collectors.joining());
  }

  private static Ending ending(Response response, List<Ask.Call> calls) {
    String status = response.status().orElseThrow().asString();
    return switch (status) {
      case "completed" -> calls.isEmpty() ? Ending.STOP : Ending.TOOL_CALLS;
      case "incomplete" -> Ending.LENGTH;
      default -> throw new IllegalStateException("status " + status);
    };
  }

  private static ResponseCreateParams params(String model, Ask ask) {
    var params =
        ResponseCreateParams.builder()
            .model(model)
            .inputOfResponse(ask.turns().stream().flatMap(OpenAiJavaResponses::items).toList());
    if (!ask.system().isEmpty()) {
      params.instructions(ask.system());
    }
    ask.tools().forEach(tool -> params.addTool(tool(tool)));
    ask.forcedTool()
        .ifPresent(name -> params.toolChoice(ToolChoiceFunction.builder().name(name).build()));
    ask.schema().ifPresent(schema -> params.text(text(schema)));
    ask.maxTokens().ifPresent(params::maxOutputTokens);
    return params.build();
  }

  private static Stream<ResponseInputItem> items(Ask.Turn turn) {
    return switch (turn) {
      case Ask.User user ->
          Stream.of(message(EasyInputMessage.Role.USER, user.text(), user.pictures()));
      case Ask.Model(String text, List<Ask.Call> calls) when calls.isEmpty() ->
          Stream.of(message(EasyInputMessage.Role.ASSISTANT, text, List.of()));
      case Ask.Model said -> said.calls().stream().map(OpenAiJavaResponses::call);
      case Ask.Result(String callId, String text) ->
          Stream.of(
              ResponseInputItem.ofFunctionCallOutput(
                  ResponseInputItem.FunctionCallOutput.builder()
                      .callId(callId)
                      .output(text)
                      .build()));
    };
  }

  private static ResponseInputItem message(
      EasyInputMessage.Role role, String text, List<Ask.Picture> pictures) {
    var message = EasyInputMessage.builder().role(role);
    if (pictures.isEmpty()) {
      return ResponseInputItem.ofEasyInputMessage(message.content(text).build());
    }
    List<ResponseInputContent> parts = new ArrayList<>();
    parts.add(ResponseInputContent.ofInputText(ResponseInputText.builder().text(text).build()));
    for (Ask.Picture picture : pictures) {
      parts.add(
          ResponseInputContent.ofInputImage(
              ResponseInputImage.builder()
                  .detail(ResponseInputImage.Detail.AUTO)
                  .imageUrl("data:" + picture.mediaType() + ";base64," + picture.base64())
                  .build()));
    }
    return ResponseInputItem.ofEasyInputMessage(
        message.contentOfResponseInputMessageContentList(parts).build());
  }

  private static ResponseInputItem call(Ask.Call call) {
    return ResponseInputItem.ofFunctionCall(
        ResponseFunctionToolCall.builder()
            .callId(call.id())
            .name(call.name())
            .arguments(call.arguments())
            .build());
  }

  private static FunctionTool tool(Ask.Tool tool) {
    var parameters = FunctionTool.Parameters.builder();
    tool.parameters()
        .properties()
        .forEach(
            member ->
                parameters.putAdditionalProperty(
                    member.getKey(), JsonValue.fromJsonNode(member.getValue())));
    return FunctionTool.builder()
        .name(tool.name())
        .description(tool.description())
        .parameters(parameters.build())
        .strict(true)
        .build();
  }

  private static ResponseTextConfig text(JsonNode wanted) {
    var schema = ResponseFormatTextJsonSchemaConfig.Schema.builder();
    wanted
        .properties()
        .forEach(
            member ->
                schema.putAdditionalProperty(
                    member.getKey(), JsonValue.fromJsonNode(member.getValue())));
    return ResponseTextConfig.builder()
        .format(
            ResponseFormatTextJsonSchemaConfig.builder()
                .name("answer")
                .schema(schema.build())
                .strict(true)
                .build())
        .build();
  }

  @Override
  public void close() {
    client.close();
  }
}
