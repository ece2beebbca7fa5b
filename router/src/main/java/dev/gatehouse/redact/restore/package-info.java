/**
 * The way back: puts the values in the place of their pseudonyms in an answer, whatever its wire,
 * its lane and the places where its chunks part. Pure.
 */
@NullMarked
package dev.gatehouse.redact.restore;

import org.jspecify.annotations.NullMarked;
