/** Tests of the door: what it lets out, and to whom. */
@NullMarked
package dev.gatehouse.egress;

import org.jspecify.annotations.NullMarked;
