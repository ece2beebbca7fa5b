/**
 * Metrics in Prometheus format under OpenTelemetry's GenAI names. Labels hold names of the
 * operator's own models and providers and fixed words, never anything a client wrote.
 */
@NullMarked
package dev.gatehouse.telemetry;

import org.jspecify.annotations.NullMarked;
