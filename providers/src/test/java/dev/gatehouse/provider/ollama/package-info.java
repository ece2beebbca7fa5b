/** Tests of the package of the same name. */
@NullMarked
package dev.gatehouse.provider.ollama;

import org.jspecify.annotations.NullMarked;
