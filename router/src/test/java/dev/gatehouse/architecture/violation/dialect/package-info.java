/** Breaks rules on purpose. */
@NullMarked
package dev.gatehouse.architecture.violation.dialect;

import org.jspecify.annotations.NullMarked;
