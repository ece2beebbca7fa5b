/** Breaks rules on purpose. */
@NullMarked
package dev.gatehouse.architecture.violation.provider;

import org.jspecify.annotations.NullMarked;
