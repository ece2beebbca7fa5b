/** The port through which a call reaches a model. One sub-package a wire implements it. */
@NullMarked
package dev.gatehouse.provider;

import org.jspecify.annotations.NullMarked;
