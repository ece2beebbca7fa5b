/** Breaks rules on purpose. */
@NullMarked
package dev.gatehouse.architecture.violation.pipeline;

import org.jspecify.annotations.NullMarked;
