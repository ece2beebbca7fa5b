package dev.gatehouse.conformance.sdk;

import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicChatResponseMetadata;
import dev.langchain4j.model.anthropic.AnthropicTokenUsage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponseMetadata;
import dev.langchain4j.model.output.TokenUsage;

/** LangChain4j's Anthropic model; a model of another vendor answers. */
final class PublishedAnthropicTest extends PublishedTests {
  @Override
  ChatModel model(String gateway, ChatRequestParameters parameters) {
    return AnthropicChatModel.builder()
        .baseUrl(gateway + "/v1")
        .apiKey("not-needed")
        .modelName(parameters.modelName())
        .defaultRequestParameters(parameters)
        .maxRetries(0)
        .build();
  }

  @Override
  protected ChatRequestParameters createIntegrationSpecificParameters(int maxOutputTokens) {
    return ChatRequestParameters.builder().maxOutputTokens(maxOutputTokens).build();
  }

  @Override
  protected Class<? extends ChatResponseMetadata> chatResponseMetadataType(ChatModel model) {
    return AnthropicChatResponseMetadata.class;
  }

  @Override
  protected Class<? extends TokenUsage> tokenUsageType(ChatModel model) {
    return AnthropicTokenUsage.class;
  }

  /** LangChain4j gives Anthropic schemas alone. */
  @Override
  protected boolean supportsJsonResponseFormat() {
    return false;
  }
}
