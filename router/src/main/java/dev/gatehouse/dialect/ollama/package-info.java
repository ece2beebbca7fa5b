/** Ollama's API, as a client sees it: requests, answers in lines of JSON, and lists of models. */
@NullMarked
package dev.gatehouse.dialect.ollama;

import org.jspecify.annotations.NullMarked;
