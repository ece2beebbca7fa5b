/**
 * The embedded local model: its weights, the child process that runs llama.cpp, the supervisor that
 * keeps the child alive, and the small OpenAI-speaking server inside the child. The only package
 * that starts processes, and, in the child, the only one that listens on a socket of its own.
 */
@NullMarked
package dev.gatehouse.provider.embedded;

import org.jspecify.annotations.NullMarked;
