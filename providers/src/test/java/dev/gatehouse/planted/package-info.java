/**
 * Private values that tests plant, and the search for them in everything that a whole test run lets
 * be seen: no log line, metric, error, row or file may show one.
 */
@NullMarked
package dev.gatehouse.planted;

import org.jspecify.annotations.NullMarked;
