@NullMarked
package dev.gatehouse.conversation;

import org.jspecify.annotations.NullMarked;
