/**
 * Finds values that a format, a check digit or a word before them gives away: cards, accounts,
 * identity numbers, phones.
 */
@NullMarked
package dev.gatehouse.classify.privacy.identifiers;

import org.jspecify.annotations.NullMarked;
