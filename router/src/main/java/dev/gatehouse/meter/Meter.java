package dev.gatehouse.meter;

import dev.gatehouse.catalogue.ModelPrice;
import dev.gatehouse.catalogue.TokenPrices;
import dev.gatehouse.config.CostsConfig;
import dev.gatehouse.config.CostsConfig.Hardware;
import dev.gatehouse.inference.Usage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * Turns tokens and time into US dollars. Pure, and exact but for {@link #localCost}.
 *
 * @param costs what the operator pays for local answers
 */
public record Meter(CostsConfig costs) {
  private static final int PER_MILLION = 6;
  private static final BigDecimal JOULES_PER_KWH = BigDecimal.valueOf(3_600_000);
  private static final BigDecimal SECONDS_PER_YEAR = BigDecimal.valueOf(31_557_600);
  private static final int COST_SCALE = 12;

  /**
   * What the provider's price list asks for, in US dollars.
   *
   * <p>Each token is charged once. Of the input, what was read from the upstream's cache and what
   * was written to it, for an hour or for less, have prices of their own; of the rest, sound has,
   * and what is left is text, 0 tokens of it where an upstream counts more cached than input
   * tokens. Of the output, sound has its own price; reasoning is part of the output. A token whose
   * kind the list gives no price for costs what text does, or for an hour in the cache what the
   * cache does. Where the list has other prices for a long input, all tokens cost those.
   */
  public BigDecimal listCost(Usage usage, ModelPrice price) {
    long read = usage.cacheReadInputTokens();
    long created = usage.cacheCreationInputTokens();
    long plain = Math.max(0, usage.inputTokens() - read - created);
    long hour = Math.min(usage.cacheCreation1hInputTokens(), created);
    long heard = Math.min(usage.audioInputTokens(), plain);
    long spoken = Math.min(usage.audioOutputTokens(), usage.outputTokens());
    TokenPrices prices = price.tokensFor(plain + read + created);
    BigDecimal creation = prices.cacheCreation().orElse(prices.input());
    return times(plain - heard, prices.input())
        .add(times(heard, prices.audioInput().orElse(prices.input())))
        .add(times(read, prices.cacheRead().orElse(prices.input())))
        .add(times(created - hour, creation))
        .add(times(hour, prices.cacheCreation1h().orElse(creation)))
        .add(times(usage.outputTokens() - spoken, prices.output()))
        .add(times(spoken, prices.audioOutput().orElse(prices.output())))
        .movePointLeft(PER_MILLION);
  }

  /**
   * The most that a call can cost, in US dollars: all input and all output at the dearest of its
   * prices (writing to a cache may cost more than reading none, and sound more than text).
   *
   * @param inputTokens an upper bound, as {@link TokenEstimate#upperBound} is
   * @param maxOutputTokens in all choices together, reasoning included
   */
  public BigDecimal upperBound(long inputTokens, long maxOutputTokens, ModelPrice price) {
    TokenPrices prices = price.tokensFor(inputTokens);
    return times(inputTokens, prices.dearestInput())
        .add(times(maxOutputTokens, prices.dearestOutput()))
        .movePointLeft(PER_MILLION);
  }

  /**
   * What a local answer really cost, in US dollars: electricity and wear of the first machine of
   * the configuration, for as long as it was busy.
   *
   * <pre>busy seconds x watts-busy / 3,600,000 x tariff
   * + busy seconds x price of the machine / (life in years x 31,557,600)</pre>
   *
   * <p>Rounded half up to 12 decimals. Idle hours are charged to no answer, so the wear of a
   * machine that is idle most of the time is larger than the sum over its answers. Where no
   * hardware is configured, nothing is known of local costs, and the answer is 0.
   *
   * @param busy how long the machine worked on the answer
   */
  public BigDecimal localCost(Duration busy) {
    return costs.hardware().isEmpty()
        ? BigDecimal.ZERO
        : localCost(seconds(busy), costs.hardware().getFirst());
  }

  private BigDecimal localCost(BigDecimal busySeconds, Hardware machine) {
    BigDecimal electricity =
        busySeconds
            .multiply(machine.wattsBusy())
            .multiply(costs.electricityPerKwh())
            .divide(JOULES_PER_KWH, COST_SCALE, RoundingMode.HALF_UP);
    BigDecimal wear =
        busySeconds
            .multiply(machine.cost())
            .divide(
                machine.lifeYears().multiply(SECONDS_PER_YEAR), COST_SCALE, RoundingMode.HALF_UP);
    return electricity.add(wear);
  }

  private static BigDecimal seconds(Duration duration) {
    return BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
  }

  private static BigDecimal times(long tokens, BigDecimal price) {
    return price.multiply(BigDecimal.valueOf(tokens));
  }
}
