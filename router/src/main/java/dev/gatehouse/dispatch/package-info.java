/**
 * The dispatch stop: lets the chosen candidates answer in order, and falls over only while nothing
 * has gone to the client. Circuit breakers, retries and concurrency limits are one a provider.
 */
@NullMarked
package dev.gatehouse.dispatch;

import org.jspecify.annotations.NullMarked;
