/**
 * What the operator wrote: the configuration file as immutable records, and the words it is written
 * in.
 *
 * <p>{@link dev.gatehouse.config.ConfigLoader} reads a file and either returns a complete {@link
 * dev.gatehouse.config.GatehouseConfig} or refuses with every error at once. Nothing in here does
 * any network I/O; host names are not resolved.
 *
 * <p>Reading goes down in three layers: {@code YamlFile} parses; {@code YamlMapping} and {@code
 * YamlValue} give typed values and note what is wrong, with its line; one {@code ...Section} class
 * for each section of the file knows its keys. {@code docs/configuration.md} has every key.
 */
@NullMarked
package dev.gatehouse.config;

import org.jspecify.annotations.NullMarked;
