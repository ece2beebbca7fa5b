/** OpenAI's chat completions, as a client sees them. */
@NullMarked
package dev.gatehouse.dialect.openai;

import org.jspecify.annotations.NullMarked;
