/** Tests of what is found of a person's health. */
@NullMarked
package dev.gatehouse.classify.privacy.health;

import org.jspecify.annotations.NullMarked;
