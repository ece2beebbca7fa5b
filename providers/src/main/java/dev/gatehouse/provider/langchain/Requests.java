package dev.gatehouse.provider.langchain;

import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.GenerationOptions;
import dev.gatehouse.inference.ToolSpec;
import dev.gatehouse.provider.ChatCall;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.DefaultChatRequestParameters;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.util.Optional;

/**
 * Our request as LangChain4j's. Tools go without their parameters: LangChain4j's schema types lose
 * what they do not know, so the {@link VendorWire} puts the caller's own schemas in, and the choice
 * among the tools with them.
 */
final class Requests {
  private Requests() {}

  /** What LangChain4j is given in place of a request that a {@link VendorWire} writes itself. */
  static dev.langchain4j.model.chat.request.ChatRequest standIn(ChatCall call) {
    return dev.langchain4j.model.chat.request.ChatRequest.builder()
        .messages(UserMessage.from("-"))
        .modelName(call.model().id())
        .build();
  }

  static dev.langchain4j.model.chat.request.ChatRequest of(String providerName, ChatCall call) {
    return dev.langchain4j.model.chat.request.ChatRequest.builder()
        .messages(Messages.of(providerName, call.request().messages()))
        .parameters(parameters(call))
        .build();
  }

  private static ChatRequestParameters parameters(ChatCall call) {
    ChatRequest request = call.request();
    GenerationOptions options = request.options();
    DefaultChatRequestParameters.Builder<?> parameters = ChatRequestParameters.builder();
    parameters.modelName(call.model().id());
    parameters.maxOutputTokens(options.maxOutputTokens().orElse(call.maxOutputTokens()));
    options.temperature().ifPresent(parameters::temperature);
    options.topP().ifPresent(parameters::topP);
    if (!options.stop().isEmpty()) {
      parameters.stopSequences(options.stop());
    }
    if (!request.tools().isEmpty()) {
      parameters.toolSpecifications(request.tools().stream().map(Requests::tool).toList());
    }
    responseFormat(request.responseFormat()).ifPresent(parameters::responseFormat);
    return parameters.build();
  }

  private static ToolSpecification tool(ToolSpec tool) {
    ToolSpecification.Builder translated = ToolSpecification.builder().name(tool.name());
    tool.description().ifPresent(translated::description);
    return translated.build();
  }

  private static Optional<ResponseFormat> responseFormat(
      dev.gatehouse.inference.ResponseFormat format) {
    return switch (format) {
      case dev.gatehouse.inference.ResponseFormat.Text _ -> Optional.empty();
      case dev.gatehouse.inference.ResponseFormat.JsonObject _ -> Optional.of(ResponseFormat.JSON);
      case dev.gatehouse.inference.ResponseFormat.JsonSchema(var name, var schema, _) ->
          Optional.of(
              ResponseFormat.builder()
                  .type(ResponseFormatType.JSON)
                  .jsonSchema(
                      JsonSchema.builder()
                          .name(name)
                          .rootElement(JsonRawSchema.from(schema.toString()))
                          .build())
                  .build());
    };
  }
}
