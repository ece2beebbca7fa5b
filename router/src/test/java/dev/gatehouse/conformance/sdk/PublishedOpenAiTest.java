package dev.gatehouse.conformance.sdk;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponseMetadata;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import dev.langchain4j.model.openai.OpenAiChatResponseMetadata;
import dev.langchain4j.model.openai.OpenAiTokenUsage;
import dev.langchain4j.model.output.TokenUsage;

/** LangChain4j's OpenAI model. */
final class PublishedOpenAiTest extends PublishedTests {
  @Override
  ChatModel model(String gateway, ChatRequestParameters parameters) {
    return OpenAiChatModel.builder()
        .baseUrl(gateway + "/v1")
        .apiKey("not-needed")
        .defaultRequestParameters(parameters)
        .maxRetries(0)
        .build();
  }

  @Override
  protected ChatRequestParameters createIntegrationSpecificParameters(int maxOutputTokens) {
    return OpenAiChatRequestParameters.builder().maxOutputTokens(maxOutputTokens).build();
  }

  @Override
  protected Class<? extends ChatResponseMetadata> chatResponseMetadataType(ChatModel model) {
    return OpenAiChatResponseMetadata.class;
  }

  @Override
  protected Class<? extends TokenUsage> tokenUsageType(ChatModel model) {
    return OpenAiTokenUsage.class;
  }
}
