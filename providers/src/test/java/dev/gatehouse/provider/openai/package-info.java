/** Tests of the package of the same name. */
@NullMarked
package dev.gatehouse.provider.openai;

import org.jspecify.annotations.NullMarked;
