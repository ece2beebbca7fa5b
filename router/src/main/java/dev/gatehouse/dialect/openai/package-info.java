/** OpenAI's chat completions, completions, embeddings and models, as a client sees them. */
@NullMarked
package dev.gatehouse.dialect.openai;

import org.jspecify.annotations.NullMarked;
