package dev.gatehouse.config;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A kind of single value that the file may hold.
 *
 * @param expected what the operator is told to write
 * @param parse empty if the text is not such a value
 * @param shown how a wrong value is quoted in an error
 */
record ScalarType<T>(
    String expected, Function<String, Optional<T>> parse, UnaryOperator<String> shown) {

  static <T> ScalarType<T> of(String expected, Function<String, Optional<T>> parse) {
    return new ScalarType<>(expected, parse, UnaryOperator.identity());
  }

  /** The same kind of value, never quoted. */
  ScalarType<T> hidden() {
    return shownAs(_ -> "****");
  }

  /** The same kind of value, quoted only in part. */
  ScalarType<T> shownAs(UnaryOperator<String> quote) {
    return new ScalarType<>(expected, parse, quote);
  }
}
