package dev.gatehouse.provider.ollama;

import dev.gatehouse.provider.langchain.LangChainChat;
import dev.gatehouse.provider.relay.Relay;

/**
 * The ways to one destination.
 *
 * @param chat for clients of other protocols
 * @param relay for clients of Ollama's own, and for what needs no translation by a library
 */
record OllamaLanes(LangChainChat chat, Relay relay) {}
