@NullMarked
package dev.gatehouse.dialect.ollama;

import org.jspecify.annotations.NullMarked;
