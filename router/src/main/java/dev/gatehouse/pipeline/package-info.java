/**
 * The seven stops in order, for one request: from its bytes to its charge; and changes to an
 * Ollama's models, which pass the gate and cost nothing.
 */
@NullMarked
package dev.gatehouse.pipeline;

import org.jspecify.annotations.NullMarked;
