/** Finds private values in a request: no network, no clock, no state. */
@NullMarked
package dev.gatehouse.classify.privacy;

import org.jspecify.annotations.NullMarked;
