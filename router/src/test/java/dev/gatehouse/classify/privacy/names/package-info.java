@NullMarked
package dev.gatehouse.classify.privacy.names;

import org.jspecify.annotations.NullMarked;
