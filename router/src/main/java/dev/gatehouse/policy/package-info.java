/**
 * The decide stop: which model shall answer, and why. Pure: health, budgets and candidates come in
 * as values.
 */
@NullMarked
package dev.gatehouse.policy;

import org.jspecify.annotations.NullMarked;
