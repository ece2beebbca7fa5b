/**
 * What a text says about a person: phrases of ten languages, the words around them that tell whose
 * illness or money it is, and how far a statement reaches. Shared by the detectors of health and of
 * money, which differ in their words only.
 */
@NullMarked
package dev.gatehouse.classify.privacy.statement;

import org.jspecify.annotations.NullMarked;
