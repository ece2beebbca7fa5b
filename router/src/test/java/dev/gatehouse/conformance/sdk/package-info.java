/** Real clients of every dialect, through the gateway to every kind of upstream. */
@NullMarked
package dev.gatehouse.conformance.sdk;

import org.jspecify.annotations.NullMarked;
