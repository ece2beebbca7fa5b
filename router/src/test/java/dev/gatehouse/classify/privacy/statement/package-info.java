/** Tests of phrases and of the contexts they stand in, and what the tests of their users share. */
@NullMarked
package dev.gatehouse.classify.privacy.statement;

import org.jspecify.annotations.NullMarked;
