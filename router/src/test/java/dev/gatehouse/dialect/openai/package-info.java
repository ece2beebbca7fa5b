@NullMarked
package dev.gatehouse.dialect.openai;

import org.jspecify.annotations.NullMarked;
