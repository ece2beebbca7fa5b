/** Breaks rules on purpose. */
@NullMarked
package dev.gatehouse.architecture.violation.inference;

import org.jspecify.annotations.NullMarked;
