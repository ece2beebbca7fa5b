/** Anthropic's Messages API: handed on verbatim to who speaks it, translated for others. */
@NullMarked
package dev.gatehouse.provider.anthropic;

import org.jspecify.annotations.NullMarked;
