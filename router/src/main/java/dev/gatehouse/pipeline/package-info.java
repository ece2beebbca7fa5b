/** The seven stops in order, for one request: from its bytes to its charge. */
@NullMarked
package dev.gatehouse.pipeline;

import org.jspecify.annotations.NullMarked;
