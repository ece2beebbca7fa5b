/**
 * Ollama's native wire ({@code /api/chat}), because its OpenAI-compatible one can set neither the
 * context length nor {@code truncate}, and cuts long prompts without a word.
 */
@NullMarked
package dev.gatehouse.provider.ollama;

import org.jspecify.annotations.NullMarked;
