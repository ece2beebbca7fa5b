@NullMarked
package dev.gatehouse.quality;

import org.jspecify.annotations.NullMarked;
