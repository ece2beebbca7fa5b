/** Breaks rules on purpose. */
@NullMarked
package dev.gatehouse.architecture.violation.egress;

import org.jspecify.annotations.NullMarked;
