/** Breaks rules on purpose. */
@NullMarked
package dev.gatehouse.architecture.violation.config;

import org.jspecify.annotations.NullMarked;
