/** Estimates what a request asks for and how hard it is: no network, no clock, no state. */
@NullMarked
package dev.gatehouse.classify.complexity;

import org.jspecify.annotations.NullMarked;
