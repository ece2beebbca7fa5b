/** Tests of the configuration: defaults, every key, every kind of error. */
@NullMarked
package dev.gatehouse.config;

import org.jspecify.annotations.NullMarked;
