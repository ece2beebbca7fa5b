/**
 * OpenAI's wire, spoken by OpenAI itself, by compatible servers, and by the embedded model: the
 * faithful lane, which relays the caller's own JSON and the upstream's own bytes and reads usage on
 * the side.
 */
@NullMarked
package dev.gatehouse.provider.openai;

import org.jspecify.annotations.NullMarked;
