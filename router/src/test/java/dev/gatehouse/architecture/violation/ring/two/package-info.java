/** Breaks rules on purpose. */
@NullMarked
package dev.gatehouse.architecture.violation.ring.two;

import org.jspecify.annotations.NullMarked;
