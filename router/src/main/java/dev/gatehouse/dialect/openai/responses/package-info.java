/**
 * OpenAI's Responses API, as a client sees it: one turn of a conversation as a {@code response}
 * object or as its events, and the answers that are kept for later turns. What is kept lies behind
 * {@link dev.gatehouse.dialect.openai.responses.StoredResponses}; the rest is pure.
 */
@NullMarked
package dev.gatehouse.dialect.openai.responses;

import org.jspecify.annotations.NullMarked;
