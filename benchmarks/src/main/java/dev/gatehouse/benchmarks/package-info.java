/**
 * Measures and trains, and is never part of the gateway: load beside nginx in one run, the stops
 * that act on nothing under JMH (docs/performance.md tells how to read both), routing quality.
 */
@NullMarked
package dev.gatehouse.benchmarks;

import org.jspecify.annotations.NullMarked;
