/** Tests of the package of the same name. */
@NullMarked
package dev.gatehouse.dialect.openai.responses;

import org.jspecify.annotations.NullMarked;
