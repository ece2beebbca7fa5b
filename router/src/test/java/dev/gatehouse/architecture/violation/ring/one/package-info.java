/** Breaks rules on purpose. */
@NullMarked
package dev.gatehouse.architecture.violation.ring.one;

import org.jspecify.annotations.NullMarked;
