@NullMarked
package dev.gatehouse.classify.privacy.context;

import org.jspecify.annotations.NullMarked;
