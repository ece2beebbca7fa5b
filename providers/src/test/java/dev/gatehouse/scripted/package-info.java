/** An upstream that tests script, over real sockets. */
@NullMarked
package dev.gatehouse.scripted;

import org.jspecify.annotations.NullMarked;
