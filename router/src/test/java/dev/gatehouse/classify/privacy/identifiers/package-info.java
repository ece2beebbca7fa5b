@NullMarked
package dev.gatehouse.classify.privacy.identifiers;

import org.jspecify.annotations.NullMarked;
