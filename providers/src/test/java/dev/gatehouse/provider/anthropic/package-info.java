/** Tests of the package of the same name. */
@NullMarked
package dev.gatehouse.provider.anthropic;

import org.jspecify.annotations.NullMarked;
