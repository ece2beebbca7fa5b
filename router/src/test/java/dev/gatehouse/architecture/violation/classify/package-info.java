/** Breaks rules on purpose. */
@NullMarked
package dev.gatehouse.architecture.violation.classify;

import org.jspecify.annotations.NullMarked;
