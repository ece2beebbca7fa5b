/** What a client speaks: the decode and encode stops. One sub-package a vendor. Pure. */
@NullMarked
package dev.gatehouse.dialect;

import org.jspecify.annotations.NullMarked;
