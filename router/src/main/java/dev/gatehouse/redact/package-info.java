/**
 * Puts pseudonyms in the place of private values before a request leaves, and the values back in
 * the place of the pseudonyms in the answer. Pure.
 */
@NullMarked
package dev.gatehouse.redact;

import org.jspecify.annotations.NullMarked;
