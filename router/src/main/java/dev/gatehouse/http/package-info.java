/**
 * The first and the last stop: HTTP on virtual threads. Knows paths, headers, keys and connections,
 * and nothing of what a request means.
 */
@NullMarked
package dev.gatehouse.http;

import org.jspecify.annotations.NullMarked;
