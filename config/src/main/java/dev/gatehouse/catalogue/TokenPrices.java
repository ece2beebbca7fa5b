package dev.gatehouse.catalogue;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * US dollars per million tokens, by what the tokens are. A price that is not known is empty, and
 * the tokens then cost what {@link #input} or {@link #output} says.
 *
 * @param input text that the model reads
 * @param output text that the model writes, reasoning included; 0 for embeddings
 * @param cacheRead input found in the upstream's cache
 * @param cacheCreation input written to the upstream's cache, for 5 minutes or as long as the
 *     vendor keeps it
 * @param cacheCreation1h input written to the upstream's cache for an hour
 * @param audioInput sound that the model hears
 * @param audioOutput sound that the model speaks
 */
public record TokenPrices(
    BigDecimal input,
    BigDecimal output,
    Optional<BigDecimal> cacheRead,
    Optional<BigDecimal> cacheCreation,
    Optional<BigDecimal> cacheCreation1h,
    Optional<BigDecimal> audioInput,
    Optional<BigDecimal> audioOutput) {

  public TokenPrices {
    if (Stream.of(cacheRead, cacheCreation, cacheCreation1h, audioInput, audioOutput)
            .flatMap(Optional::stream)
            .anyMatch(price -> price.signum() < 0)
        || input.signum() < 0
        || output.signum() < 0) {
      throw new IllegalArgumentException("a price must not be negative");
    }
  }

  /** Prices of which only two are known. */
  public static TokenPrices of(BigDecimal input, BigDecimal output) {
    return new TokenPrices(
        input,
        output,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same prices for a call without sound. */
  public TokenPrices withoutSound() {
    return new TokenPrices(
        input,
        output,
        cacheRead,
        cacheCreation,
        cacheCreation1h,
        Optional.empty(),
        Optional.empty());
  }

  /** The most that an input token can cost, whatever it is. */
  public BigDecimal dearestInput() {
    return Stream.of(cacheRead, cacheCreation, cacheCreation1h, audioInput)
        .flatMap(Optional::stream)
        .reduce(input, BigDecimal::max);
  }

  /** The most that an output token can cost, whatever it is. */
  public BigDecimal dearestOutput() {
    return audioOutput.map(output::max).orElse(output);
  }
}
