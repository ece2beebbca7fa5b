package dev.gatehouse.dialect.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.dialect.ApiError;
import dev.gatehouse.dialect.ApiException;
import dev.gatehouse.dialect.Caller;
import dev.gatehouse.dialect.Decoded;
import dev.gatehouse.dialect.DecodedRequest;
import dev.gatehouse.dialect.Fields;
import dev.gatehouse.dialect.InferenceEndpoint;
import dev.gatehouse.dialect.InvalidRequestException;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.GenerationOptions;
import dev.gatehouse.inference.Message;
import dev.gatehouse.inference.Part;
import dev.gatehouse.inference.ResponseFormat;
import dev.gatehouse.inference.Role;
import dev.gatehouse.inference.ToolChoice;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.json.JsonBody;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code POST /api/generate}: a prompt, with a system text, becomes one turn. What bypasses the
 * model's chat template only an Ollama can be told.
 */
final class ApiGenerate implements InferenceEndpoint {
  private static final Set<String> CARRIED =
      Set.of(
          "model",
          "prompt",
          "system",
          "images",
          "format",
          "stream",
          "think",
          "raw",
          "template",
          "context",
          "suffix",
          "logprobs",
          "top_logprobs");

  private final KnownModels models;
  private final InstantSource clock;

  ApiGenerate(KnownModels models, InstantSource clock) {
    this.models = models;
    this.clock = clock;
  }

  @Override
  public String path() {
    return "/api/generate";
  }

  @Override
  public Decoded decode(JsonBody body, Caller caller) {
    Fields fields = Bodies.object(body);
    if (!fields.has("model")) { // Ollama's own status, unlike that of its chat
      throw new ApiException(ApiError.of(404, "model_not_found", "model '' not found"));
    }
    String model = models.requireModel(fields);
    Optional<JsonNode> keepAlive = KeepAlive.of(fields);
    if (fields.optionalText("prompt").orElse("").isEmpty()) {
      return new Loading(model, models.meant(model), keepAlive, clock.instant())
          .answer(AnswerForm.GENERATE);
    }
    ChatRequest request = request(body, fields, model);
    return new DecodedRequest(
        request, start -> AnswerForm.GENERATE.encoder(start, request.stream()));
  }

  private static ChatRequest request(JsonBody body, Fields fields, String model) {
    GenerationFields common = new GenerationFields(fields);
    needTemplate(fields, common);
    List<Message> messages = messages(fields);
    ResponseFormat format = common.format();
    GenerationOptions options = common.options();
    common.need(messages, false);
    return new ChatRequest(
        Wire.OLLAMA_GENERATE,
        body,
        model,
        messages,
        List.of(),
        new ToolChoice.Auto(),
        format,
        options,
        common.stream(),
        true,
        common.needs(),
        common.hints(CARRIED));
  }

  private static void needTemplate(Fields fields, GenerationFields common) {
    List<String> own = new ArrayList<>();
    if (!fields.array("context").isEmpty()) {
      own.add("context");
    }
    for (String name : List.of("template", "suffix")) {
      fields.optionalText(name).filter(text -> !text.isEmpty()).ifPresent(_ -> own.add(name));
    }
    own.forEach(common::needVerbatim);
    if (fields.flag("raw")) {
      common.needVerbatim("raw");
      if (!own.isEmpty() || !fields.optionalText("system").orElse("").isEmpty()) {
        throw new InvalidRequestException(
            "raw", "raw mode does not support template, system, suffix or context");
      }
    }
  }

  private static List<Message> messages(Fields fields) {
    List<Message> messages = new ArrayList<>();
    fields
        .optionalText("system")
        .filter(text -> !text.isEmpty())
        .ifPresent(text -> messages.add(message(Role.SYSTEM, List.of(new Part.Text(text)))));
    List<Part> prompt = new ArrayList<>(Images.of(fields));
    prompt.add(new Part.Text(fields.text("prompt")));
    messages.add(message(Role.USER, prompt));
    return messages;
  }

  private static Message message(Role role, List<Part> parts) {
    return new Message(role, parts, Optional.empty());
  }
}
