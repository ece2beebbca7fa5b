/** Puts the gateway together: constructors called in order, nothing else. */
@NullMarked
package dev.gatehouse.gateway;

import org.jspecify.annotations.NullMarked;
