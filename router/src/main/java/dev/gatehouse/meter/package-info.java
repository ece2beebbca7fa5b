/** Usage times price: what an answer cost, and what it would have cost elsewhere. Pure. */
@NullMarked
package dev.gatehouse.meter;

import org.jspecify.annotations.NullMarked;
