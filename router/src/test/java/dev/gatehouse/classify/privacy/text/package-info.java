/** Folding, decoding and the way back to the original. */
@NullMarked
package dev.gatehouse.classify.privacy.text;

import org.jspecify.annotations.NullMarked;
