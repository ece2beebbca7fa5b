/** Tests of the package of the same name. */
@NullMarked
package dev.gatehouse.provider.langchain;

import org.jspecify.annotations.NullMarked;
