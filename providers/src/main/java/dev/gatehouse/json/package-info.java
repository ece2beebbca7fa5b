/**
 * JSON read once and edited in place, so that what nobody models (unknown fields, long numbers, key
 * order, white space) survives byte for byte.
 */
@NullMarked
package dev.gatehouse.json;

import org.jspecify.annotations.NullMarked;
