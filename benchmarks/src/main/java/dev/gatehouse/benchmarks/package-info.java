/** Measures and trains: load, routing quality, privacy quality. Never part of the gateway. */
@NullMarked
package dev.gatehouse.benchmarks;

import org.jspecify.annotations.NullMarked;
