package dev.gatehouse.provider.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.provider.ChatCall;
import dev.gatehouse.provider.EventSink;
import dev.gatehouse.provider.langchain.LangChainChat;

/** Chat with the models of one server, in either lane. Safe for use by any thread. */
final class OllamaChat {
  private final OllamaLanes atHome;
  private final OllamaLanes inCloud;
  private final OllamaRunners runners;

  /**
   * @param atHome reaches the models that run where the server does
   * @param inCloud reaches those that the server only forwards
   */
  OllamaChat(OllamaLanes atHome, OllamaLanes inCloud, OllamaRunners runners) {
    this.atHome = atHome;
    this.inCloud = inCloud;
    this.runners = runners;
  }

  /** Lets a model answer; the contract is {@link dev.gatehouse.provider.Provider#chat}'s. */
  void chat(OllamaModel model, ChatCall call, EventSink sink) {
    OllamaLanes lanes = model.cloud() ? inCloud : atHome;
    boolean relayed = OllamaCall.isOllamas(call.request().wire());
    runners.run(
        runners.needs(call, model),
        attempt ->
            relayed ? relay(lanes, attempt, sink) : translate(lanes.chat(), call, attempt, sink));
  }

  private static JsonNode relay(OllamaLanes lanes, OllamaAttempt attempt, EventSink sink) {
    RelayedGeneration relayed = new RelayedGeneration(attempt);
    lanes.relay().relay(relayed, sink);
    return relayed.lastLine();
  }

  private static JsonNode translate(
      LangChainChat chat, ChatCall call, OllamaAttempt attempt, EventSink sink) {
    OllamaWire wire = new OllamaWire(new OllamaRequest(call.request(), attempt));
    chat.chat(call, wire, sink);
    return wire.lastLine();
  }
}
