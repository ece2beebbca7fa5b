/** Tests of OpenAI's wire. */
@NullMarked
package dev.gatehouse.provider.openai;

import org.jspecify.annotations.NullMarked;
