/**
 * Finds names of people, organisations and places, street addresses, nationalities and titles: what
 * no exact rule can tell. A linear-chain conditional random field (Lafferty, McCallum and Pereira,
 * 2001) over hashed features of the words, small enough to ship and fast enough to read every
 * request.
 */
@NullMarked
package dev.gatehouse.classify.privacy.names;

import org.jspecify.annotations.NullMarked;
