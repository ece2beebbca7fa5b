/** Tests of the pseudonyms. */
@NullMarked
package dev.gatehouse.redact;

import org.jspecify.annotations.NullMarked;
