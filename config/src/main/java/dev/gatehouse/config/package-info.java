/**
 * What the operator wrote: the configuration file as immutable records, and the words it is written
 * in.
 *
 * <p>{@link dev.gatehouse.config.ConfigLoader} reads a file and either returns a complete {@link
 * dev.gatehouse.config.GatehouseConfig} or refuses with every error at once. Nothing in here does
 * any network I/O.
 */
@NullMarked
package dev.gatehouse.config;

import org.jspecify.annotations.NullMarked;
