/** Secrets that Gatehouse makes for itself and keeps in the data directory, for its owner alone. */
@NullMarked
package dev.gatehouse.keyfile;

import org.jspecify.annotations.NullMarked;
