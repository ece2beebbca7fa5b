@NullMarked
package dev.gatehouse.redact.restore;

import org.jspecify.annotations.NullMarked;
