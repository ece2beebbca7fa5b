@NullMarked
package dev.gatehouse.json;

import org.jspecify.annotations.NullMarked;
