/**
 * What is remembered of conversations: how private they were, by keyed digests of their turns. No
 * text is kept.
 */
@NullMarked
package dev.gatehouse.conversation;

import org.jspecify.annotations.NullMarked;
