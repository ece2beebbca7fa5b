@NullMarked
package dev.gatehouse.classify.privacy.secrets;

import org.jspecify.annotations.NullMarked;
