package dev.gatehouse.provider.langchain;

import dev.gatehouse.inference.Event;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteToolCall;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.PartialToolCall;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** LangChain4j's callbacks as our events. Never throws: see {@link Exchange}. */
final class AnswerHandler implements StreamingChatResponseHandler {
  private final String providerName;
  private final Exchange exchange;
  private final Map<Integer, Integer> positions = new HashMap<>();

  AnswerHandler(String providerName, Exchange exchange) {
    this.providerName = providerName;
    this.exchange = exchange;
  }

  @Override
  public void onPartialResponse(String text) {
    exchange.piece(new Event.TextDelta(0, text));
  }

  @Override
  public void onPartialThinking(PartialThinking thinking) {
    exchange.piece(new Event.ThinkingDelta(0, thinking.text()));
  }

  @Override
  public void onPartialToolCall(PartialToolCall call) {
    toolCall(call.index(), call.id(), call.name(), call.partialArguments());
  }

  @Override
  public void onCompleteToolCall(CompleteToolCall call) {
    if (!positions.containsKey(call.index())) {
      ToolExecutionRequest whole = call.toolExecutionRequest();
      toolCall(call.index(), whole.id(), whole.name(), whole.arguments());
    }
  }

  private void toolCall(int index, @Nullable String id, String name, String arguments) {
    Integer known = positions.get(index);
    if (known != null) {
      exchange.piece(new Event.ToolCallDelta(0, known, "", "", arguments));
      return;
    }
    int position = positions.size();
    positions.put(index, position);
    exchange.piece(new Event.ToolCallDelta(0, position, idOrNew(id), name, arguments));
  }

  private static String idOrNew(@Nullable String id) {
    return id == null || id.isEmpty()
        ? "call_" + UUID.randomUUID().toString().replace("-", "").substring(0, 24)
        : id;
  }

  @Override
  public void onCompleteResponse(ChatResponse response) {
    exchange.end();
  }

  @Override
  public void onError(Throwable error) {
    exchange.fail(
        new ProviderException(
            Kind.BROKEN,
            providerName + ": the answer cannot be read: " + error.getClass().getSimpleName()));
  }
}
