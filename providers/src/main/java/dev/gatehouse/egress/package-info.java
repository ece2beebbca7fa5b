/**
 * The one door out of the process. Nothing else in Gatehouse opens a connection; the door opens
 * only for a {@link dev.gatehouse.egress.Clearance}, and only the {@link
 * dev.gatehouse.egress.PrivacyGate} makes one.
 */
@NullMarked
package dev.gatehouse.egress;

import org.jspecify.annotations.NullMarked;
