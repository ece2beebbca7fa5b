package dev.gatehouse.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Money as the ledger keeps it: whole billionths of a US dollar, up to about 9.2 billion dollars.
 */
final class NanoDollars {
  private static final int SCALE = 9;

  private NanoDollars() {}

  /**
   * Finer values are rounded half up.
   *
   * @throws ArithmeticException if it does not fit 64 bits
   */
  static long of(BigDecimal dollars) {
    return dollars.setScale(SCALE, RoundingMode.HALF_UP).unscaledValue().longValueExact();
  }

  static BigDecimal toDollars(long nanoDollars) {
    return BigDecimal.valueOf(nanoDollars, SCALE);
  }
}
