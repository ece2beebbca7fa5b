/**
 * How well private values are found: texts that people labelled, and the figures that a classifier
 * reaches on them. The command line prints them, training in benchmarks goes by them.
 */
@NullMarked
package dev.gatehouse.quality;

import org.jspecify.annotations.NullMarked;
