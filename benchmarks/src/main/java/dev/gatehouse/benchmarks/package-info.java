<<<<<<< HEAD
/** Measures and trains: load, routing quality, privacy quality. Never part of the gateway. */
=======
/**
 * What the gateway costs: a load benchmark beside nginx in one run, and JMH benchmarks of the stops
 * that act on nothing. docs/performance.md tells how to read them.
 */
>>>>>>> bench
@NullMarked
package dev.gatehouse.benchmarks;

import org.jspecify.annotations.NullMarked;
