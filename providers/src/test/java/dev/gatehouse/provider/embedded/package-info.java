/** Tests of the embedded model, with its real weights. */
@NullMarked
package dev.gatehouse.provider.embedded;

import org.jspecify.annotations.NullMarked;
