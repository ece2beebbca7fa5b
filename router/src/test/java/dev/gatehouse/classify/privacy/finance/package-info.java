/** Tests of what is found of a person's money. */
@NullMarked
package dev.gatehouse.classify.privacy.finance;

import org.jspecify.annotations.NullMarked;
