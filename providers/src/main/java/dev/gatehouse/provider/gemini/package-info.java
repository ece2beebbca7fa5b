/** Google's Gemini API, through the translated lane. */
@NullMarked
package dev.gatehouse.provider.gemini;

import org.jspecify.annotations.NullMarked;
