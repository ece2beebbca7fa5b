package dev.gatehouse.provider.ollama;

import dev.gatehouse.provider.ChatCall;
import dev.gatehouse.provider.EventSink;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.langchain.LangChainChat;

/** Chat with the models of one server, in the translated lane. Safe for use by any thread. */
final class OllamaChat {
  /** Once as estimated, once as counted, once smaller if the memory is too small for that. */
  private static final int MOST_ATTEMPTS = 3;

  private final LangChainChat atHome;
  private final LangChainChat inCloud;
  private final OllamaRunners runners;

  /**
   * @param atHome reaches the models that run where the server does
   * @param inCloud reaches those that the server only forwards
   */
  OllamaChat(LangChainChat atHome, LangChainChat inCloud, OllamaRunners runners) {
    this.atHome = atHome;
    this.inCloud = inCloud;
    this.runners = runners;
  }

  /** Lets a model answer; the contract is {@link dev.gatehouse.provider.Provider#chat}'s. */
  void chat(OllamaModel model, ChatCall call, EventSink sink) {
    attempt(runners.needs(call, model), sink, MOST_ATTEMPTS);
  }

  private void attempt(OllamaCall call, EventSink sink, int attempts) {
    OllamaCall next;
    try (RunnerQueue.Turn turn = runners.enter(call)) {
      try {
        send(call, turn, sink);
        return;
      } catch (ProviderException e) {
        next = runners.after(e, call, turn.contextTokens());
        if (attempts == 1) {
          throw OllamaErrors.readable(e, call.call().request().wire());
        }
      }
    }
    attempt(next, sink, attempts - 1);
  }

  private void send(OllamaCall call, RunnerQueue.Turn turn, EventSink sink) {
    OllamaRequest request =
        new OllamaRequest(call, turn.contextTokens(), ForcedCall.of(call.call().request()));
    OllamaWire wire = new OllamaWire(request, runners.patience(call, turn));
    (call.model().cloud() ? inCloud : atHome).chat(call.call(), wire, sink);
    runners.ended(call, turn, wire.lastLine());
  }
}
