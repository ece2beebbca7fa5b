@NullMarked
package dev.gatehouse.dispatch;

import org.jspecify.annotations.NullMarked;
