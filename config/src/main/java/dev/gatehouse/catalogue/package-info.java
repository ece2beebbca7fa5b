/** What models and hardware cost: the dated price and hardware lists that come with the gateway. */
@NullMarked
package dev.gatehouse.catalogue;

import org.jspecify.annotations.NullMarked;
