/**
 * Measures and trains, and is never part of the gateway: a load benchmark beside nginx in one run,
 * JMH benchmarks of the stops that act on nothing, and the trainer of the difficulty estimate.
 * docs/performance.md tells how to read the figures.
 */
@NullMarked
package dev.gatehouse.benchmarks;

import org.jspecify.annotations.NullMarked;
