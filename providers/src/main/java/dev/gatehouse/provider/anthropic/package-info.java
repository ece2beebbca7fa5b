/** Anthropic's Messages API, through the translated lane. */
@NullMarked
package dev.gatehouse.provider.anthropic;

import org.jspecify.annotations.NullMarked;
