/**
 * What an operator can prove later: which requests came, how private they were, and where each of
 * them went; in a log that holds no value and shows every change to it.
 */
@NullMarked
package dev.gatehouse.audit;

import org.jspecify.annotations.NullMarked;
