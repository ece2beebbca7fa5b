package dev.gatehouse.dialect.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.dialect.Caller;
import dev.gatehouse.dialect.Decoded;
import dev.gatehouse.dialect.DecodedRequest;
import dev.gatehouse.dialect.Fields;
import dev.gatehouse.dialect.InferenceEndpoint;
import dev.gatehouse.dialect.InvalidRequestException;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.GenerationOptions;
import dev.gatehouse.inference.Message;
import dev.gatehouse.inference.ResponseFormat;
import dev.gatehouse.inference.ToolChoice;
import dev.gatehouse.inference.ToolSpec;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.json.JsonBody;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code POST /api/chat}. */
final class ApiChat implements InferenceEndpoint {
  private static final Set<String> CARRIED =
      Set.of("model", "messages", "tools", "format", "stream", "think", "logprobs", "top_logprobs");

  private final KnownModels models;
  private final InstantSource clock;

  ApiChat(KnownModels models, InstantSource clock) {
    this.models = models;
    this.clock = clock;
  }

  @Override
  public String path() {
    return "/api/chat";
  }

  @Override
  public Decoded decode(JsonBody body, Caller caller) {
    Fields fields = Bodies.object(body);
    if (fields.optionalText("model").orElse("").isEmpty()) {
      throw new InvalidRequestException("model is required");
    }
    String model = models.requireModel(fields);
    Optional<JsonNode> keepAlive = KeepAlive.of(fields);
    List<Message> messages = new MessagesDecoder(fields).decode();
    if (messages.isEmpty()) {
      return new Loading(model, models.meant(model), keepAlive, clock.instant())
          .answer(AnswerForm.CHAT);
    }
    ChatRequest request = request(body, fields, model, messages);
    return new DecodedRequest(request, start -> AnswerForm.CHAT.encoder(start, request.stream()));
  }

  private static ChatRequest request(
      JsonBody body, Fields fields, String model, List<Message> messages) {
    GenerationFields common = new GenerationFields(fields);
    List<ToolSpec> tools = tools(fields);
    ResponseFormat format = common.format();
    GenerationOptions options = common.options();
    common.need(messages, !tools.isEmpty());
    return new ChatRequest(
        Wire.OLLAMA_CHAT,
        body,
        model,
        messages,
        tools,
        new ToolChoice.Auto(),
        format,
        options,
        common.stream(),
        true,
        common.needs(),
        common.hints(CARRIED));
  }

  private static List<ToolSpec> tools(Fields fields) {
    List<ToolSpec> tools = new ArrayList<>();
    for (int i = 0; i < fields.array("tools").size(); i++) {
      Fields function = fields.element("tools", i).object("function");
      Optional<JsonNode> parameters =
          function.has("parameters")
              ? Optional.of(function.object("parameters").object())
              : Optional.empty();
      tools.add(
          new ToolSpec(
              function.text("name"), function.optionalText("description"), parameters, false));
    }
    return tools;
  }
}
