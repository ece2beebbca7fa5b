/**
 * What a client speaks: the decode and encode stops. One sub-package a vendor. Pure: what a
 * protocol remembers between two requests is read and written through an interface of its package,
 * which is implemented outside.
 */
@NullMarked
package dev.gatehouse.dialect;

import org.jspecify.annotations.NullMarked;
