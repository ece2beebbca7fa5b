/**
 * OpenAI's wire, spoken by OpenAI itself, by compatible servers, and by the embedded model. What
 * came in over it is relayed: the caller's own JSON goes out, the upstream's own bytes come back,
 * and usage is read on the side. What came in over another wire is translated, and what LangChain4j
 * cannot carry is put in here.
 */
@NullMarked
package dev.gatehouse.provider.openai;

import org.jspecify.annotations.NullMarked;
