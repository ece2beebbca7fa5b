/**
 * The product's memory: one durable row a request, reserved before the call and settled after it;
 * and the budgets and reports that are drawn from it.
 */
@NullMarked
package dev.gatehouse.ledger;

import org.jspecify.annotations.NullMarked;
