/** Anthropic's Messages API, as a client sees it. */
@NullMarked
package dev.gatehouse.dialect.anthropic;

import org.jspecify.annotations.NullMarked;
