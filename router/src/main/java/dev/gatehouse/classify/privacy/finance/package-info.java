/** Finds what a text says of a person's money: pay, debts, balances and credit scores. */
@NullMarked
package dev.gatehouse.classify.privacy.finance;

import org.jspecify.annotations.NullMarked;
