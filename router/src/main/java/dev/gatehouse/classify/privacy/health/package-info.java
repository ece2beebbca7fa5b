/**
 * Finds what a text says of a person's health: illnesses, symptoms, medicines, values and care, as
 * far as it is said of somebody and not of the world.
 */
@NullMarked
package dev.gatehouse.classify.privacy.health;

import org.jspecify.annotations.NullMarked;
