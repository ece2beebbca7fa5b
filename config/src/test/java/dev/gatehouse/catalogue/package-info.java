/** Tests of the price and hardware lists, and the program that writes them. */
@NullMarked
package dev.gatehouse.catalogue;

import org.jspecify.annotations.NullMarked;
