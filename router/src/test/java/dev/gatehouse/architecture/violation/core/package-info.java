/** Breaks rules on purpose. */
@NullMarked
package dev.gatehouse.architecture.violation.core;

import org.jspecify.annotations.NullMarked;
