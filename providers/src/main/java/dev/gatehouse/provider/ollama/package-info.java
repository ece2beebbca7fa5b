/**
 * Ollama's native wire ({@code /api/chat}), because its OpenAI-compatible one can set neither the
 * context length nor {@code truncate}, and cuts long prompts without a word. Clients of Ollama's
 * own protocol are relayed, others translated; {@code OllamaRunners} keeps both within the context
 * and the queue of each model file.
 */
@NullMarked
package dev.gatehouse.provider.ollama;

import org.jspecify.annotations.NullMarked;
