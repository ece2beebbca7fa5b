package dev.gatehouse.provider.openai;

import dev.gatehouse.egress.Upstream;
import dev.gatehouse.provider.ChatCall;
import dev.gatehouse.provider.EventSink;
import dev.gatehouse.provider.langchain.LangChainChat;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;

/**
 * The translated lane of a server that speaks OpenAI's protocol, for requests that came in over
 * another one. Safe for use by any thread.
 */
public final class TranslatedChat {
  private final String providerName;
  private final LangChainChat chat;

  /** The lane to {@code upstream}, in the name of the provider. */
  public TranslatedChat(String providerName, Upstream upstream) {
    this.providerName = providerName;
    this.chat = new LangChainChat(providerName, upstream, TranslatedChat::model);
  }

  private static StreamingChatModel model(HttpClientBuilder http) {
    return OpenAiStreamingChatModel.builder()
        .httpClientBuilder(http)
        .baseUrl(LangChainChat.BASE_URL)
        .apiKey("the door has it")
        .returnThinking(true)
        .accumulateToolCallId(false)
        .build();
  }

  /** Lets the model answer; the contract is {@link dev.gatehouse.provider.Provider#chat}'s. */
  public void chat(ChatCall call, ServerProfile server, EventSink sink) {
    chat.chat(call, new OpenAiWire(providerName, call, server), sink);
  }
}
