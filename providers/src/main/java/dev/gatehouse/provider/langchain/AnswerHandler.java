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
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** LangChain4j's callbacks as our events. Never throws: see {@link Exchange}. */
final class AnswerHandler implements StreamingChatResponseHandler {
  private static final String NO_ARGUMENTS = "{}";

  private final String providerName;
  private final Exchange exchange;
  private final Map<Integer, Integer> positions = new HashMap<>();
  private final Map<Integer, Event.ToolCallDelta> withoutArguments = new TreeMap<>();

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

  /**
   * LangChain4j takes a call for complete as soon as a piece of another one comes, and then gives
   * one that has no arguments yet empty ones. Its own may still follow, so it waits for the end.
   */
  @Override
  public void onCompleteToolCall(CompleteToolCall call) {
    ToolExecutionRequest whole = call.toolExecutionRequest();
    if (positions.containsKey(call.index())) {
      return;
    }
    if (whole.arguments().equals(NO_ARGUMENTS)) {
      int position = positions.size();
      positions.put(call.index(), position);
      withoutArguments.put(
          position,
          new Event.ToolCallDelta(0, position, idOrNew(whole.id()), whole.name(), NO_ARGUMENTS));
    } else {
      toolCall(call.index(), whole.id(), whole.name(), whole.arguments());
    }
  }

  private void toolCall(int index, @Nullable String id, String name, String arguments) {
    Integer known = positions.get(index);
    if (known != null) {
      Event.ToolCallDelta head = withoutArguments.remove(known);
      exchange.piece(
          head == null
              ? new Event.ToolCallDelta(0, known, "", "", arguments)
              : new Event.ToolCallDelta(0, known, head.id(), head.name(), arguments));
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
    withoutArguments.values().forEach(exchange::piece);
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
