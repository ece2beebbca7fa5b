/**
 * The faithful lane: the caller's own JSON goes out, the upstream's own bytes come back, and what
 * the gateway must know of them (usage, the end, errors) is read on the side. One {@link
 * dev.gatehouse.provider.relay.RelayedCall} a wire tells how.
 */
@NullMarked
package dev.gatehouse.provider.relay;

import org.jspecify.annotations.NullMarked;
