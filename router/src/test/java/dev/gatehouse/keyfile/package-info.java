@NullMarked
package dev.gatehouse.keyfile;

import org.jspecify.annotations.NullMarked;
