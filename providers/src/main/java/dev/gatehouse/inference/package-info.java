/**
 * The vocabulary of inference: what a client asks and what a model answers, whatever wire either
 * speaks. N dialects and M providers meet here; nothing in this package does I/O.
 */
@NullMarked
package dev.gatehouse.inference;

import org.jspecify.annotations.NullMarked;
