package dev.gatehouse.classify.privacy.identifiers;

import java.util.List;

/** Which leading digits and lengths the card networks issue, by their published ranges. */
final class CardIssuers {

  static final int MIN_DIGITS = 13;
  static final int MAX_DIGITS = 19;

  private static final int PREFIX_DIGITS = 6;

  private static final List<Range> RANGES =
      List.of(
          range("Visa", "4", "4", 13, 13),
          range("Visa", "4", "4", 16, 16),
          range("Visa", "4", "4", 19, 19),
          range("Mastercard", "51", "55", 16, 16),
          range("Mastercard", "2221", "2720", 16, 16),
          range("American Express", "34", "34", 15, 15),
          range("American Express", "37", "37", 15, 15),
          range("Diners Club", "300", "305", 14, 19),
          range("Diners Club", "3095", "3095", 14, 19),
          range("Diners Club", "36", "36", 14, 19),
          range("Diners Club", "38", "39", 14, 19),
          range("JCB", "3528", "3589", 16, 19),
          range("Discover, UnionPay, Maestro, RuPay", "60", "69", 13, 19),
          range("Maestro, Verve, RuPay, Dankort", "50", "50", 13, 19),
          range("Maestro", "56", "58", 13, 19),
          range("Mir", "2200", "2204", 16, 19),
          range("Borica", "2205", "2205", 16, 16),
          range("UnionPay, RuPay", "81", "82", 16, 19),
          range("UzCard", "8600", "8600", 16, 16),
          range("Troy", "9792", "9792", 16, 16),
          range("Humo", "9860", "9860", 16, 16));

  private CardIssuers() {}

  /** Whether a network issues numbers that begin so and are as long. */
  static boolean issues(String digits) {
    if (digits.length() < MIN_DIGITS || digits.length() > MAX_DIGITS) {
      return false;
    }
    int prefix = Integer.parseInt(digits, 0, PREFIX_DIGITS, 10);
    for (Range range : RANGES) {
      if (range.holds(prefix, digits.length())) {
        return true;
      }
    }
    return false;
  }

  private static Range range(String network, String first, String last, int min, int max) {
    int from = Integer.parseInt(first + "000000".substring(first.length()));
    int to = Integer.parseInt(last + "999999".substring(last.length()));
    return new Range(network, from, to, min, max);
  }

  /** Six-digit prefixes and number lengths of a network, all bounds included. */
  private record Range(String network, int first, int last, int minDigits, int maxDigits) {

    boolean holds(int prefix, int digits) {
      return prefix >= first && prefix <= last && digits >= minDigits && digits <= maxDigits;
    }
  }
}
