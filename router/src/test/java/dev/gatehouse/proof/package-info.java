/**
 * Proofs of the privacy gate as a whole: a running gateway, requests of every form that hold
 * private values, and everything that leaves. What is proved, and what not, stands in
 * docs/decisions/0023.
 */
@NullMarked
package dev.gatehouse.proof;

import org.jspecify.annotations.NullMarked;
