/**
 * The translated lane: our vocabulary over LangChain4j's chat models, and LangChain4j's HTTP over
 * the one door. What LangChain4j cannot carry, or gets wrong, a vendor's {@link
 * dev.gatehouse.provider.langchain.VendorWire} puts right on the wire.
 */
@NullMarked
package dev.gatehouse.provider.langchain;

import org.jspecify.annotations.NullMarked;
