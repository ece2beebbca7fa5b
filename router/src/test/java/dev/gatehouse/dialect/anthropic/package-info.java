@NullMarked
package dev.gatehouse.dialect.anthropic;

import org.jspecify.annotations.NullMarked;
