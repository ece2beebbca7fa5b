/**
 * What every dialect has to hold, whichever kind of upstream answers: scripted upstreams of each
 * kind, the scenarios, and the vendors' own API descriptions to judge our answers by.
 */
@NullMarked
package dev.gatehouse.conformance;

import org.jspecify.annotations.NullMarked;
