/**
 * The rules of the design that bytecode can show, each a test, and each shown to be able to fail.
 */
@NullMarked
package dev.gatehouse.architecture;

import org.jspecify.annotations.NullMarked;
