/**
 * What detectors read, and what they give: a string as it is normalised and decoded, with the way
 * back to the original's offsets, and the values found in it.
 */
@NullMarked
package dev.gatehouse.classify.privacy.text;

import org.jspecify.annotations.NullMarked;
