/** Finds keys, tokens, passwords and private keys. */
@NullMarked
package dev.gatehouse.classify.privacy.secrets;

import org.jspecify.annotations.NullMarked;
