/** Tests of the package of the same name. */
@NullMarked
package dev.gatehouse.provider.gemini;

import org.jspecify.annotations.NullMarked;
