/**
 * Whose name is it? A name alone is not private: it is where the text makes it a private person's,
 * and is not where it is a public figure's or a character's. Decided by what stands around it, with
 * weights that were learned.
 */
@NullMarked
package dev.gatehouse.classify.privacy.context;

import org.jspecify.annotations.NullMarked;
