package dev.gatehouse.classify.privacy.text;

/**
 * A text that was decoded of another.
 *
 * @param context how many units at the beginning are the words before the encoded stretch, which
 *     hold nothing to decode
 * @param certain whether somebody encoded it on purpose: what is left of such layers at the bound
 *     was not read
 */
record Decoded(OffsetMap text, int context, Surroundings surroundings, boolean certain) {}
