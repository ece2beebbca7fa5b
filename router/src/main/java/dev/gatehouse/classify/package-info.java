/** What a request is: how private and how hard. Pure; decides without acting. */
@NullMarked
package dev.gatehouse.classify;

import org.jspecify.annotations.NullMarked;
