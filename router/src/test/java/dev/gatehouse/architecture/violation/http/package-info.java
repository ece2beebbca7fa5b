/** Breaks rules on purpose. */
@NullMarked
package dev.gatehouse.architecture.violation.http;

import org.jspecify.annotations.NullMarked;
