package dev.gatehouse.meter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.catalogue.ModelPrice;
import dev.gatehouse.catalogue.ModelPrice.Tier;
import dev.gatehouse.config.CostsConfig;
import dev.gatehouse.config.CostsConfig.Hardware;
import dev.gatehouse.inference.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MeterTest {
  private static final Meter METER = new Meter(new CostsConfig(usd("0.15"), List.of()));

  @Test
  void inputAndOutputAreChargedPerMillionTokensExactly() {
    BigDecimal cost = METER.listCost(Usage.of(1, 1), price("0.15", "0.60"));

    assertThat(cost).isEqualByComparingTo("0.00000075");
  }

  @Test
  void cachedTokensAreChargedAtTheirOwnPricesAndNotTwice() {
    Usage usage = new Usage(1_000_000, 0, 600_000, 300_000, 0);

    BigDecimal cost = METER.listCost(usage, cachedPrice("3.00", "15.00", "0.30", "3.75"));

    assertThat(cost).isEqualByComparingTo("1.605");
  }

  @Test
  void cachedTokensWithoutAPriceOfTheirOwnCostAsMuchAsInput() {
    Usage usage = new Usage(1_000_000, 0, 600_000, 300_000, 0);

    assertThat(METER.listCost(usage, price("3.00", "15.00"))).isEqualByComparingTo("3");
  }

  @Test
  void moreCachedThanInputTokensNeverMakeTheRestNegative() {
    Usage usage = new Usage(10, 0, 1_000_000, 0, 0);

    BigDecimal cost = METER.listCost(usage, cachedPrice("3.00", "15.00", "0.30", "3.75"));

    assertThat(cost).isEqualByComparingTo("0.30");
  }

  @Test
  void reasoningTokensAreNotChargedOnTopOfOutput() {
    Usage usage = new Usage(0, 1_000_000, 0, 0, 900_000);

    assertThat(METER.listCost(usage, price("3.00", "15.00"))).isEqualByComparingTo("15");
  }

  @Test
  void upperBoundCoversAnInputThatIsAllWrittenToTheCache() {
    ModelPrice price = cachedPrice("3.00", "15.00", "0.30", "3.75");
    Usage worst = new Usage(1_000, 500, 0, 1_000, 0);

    BigDecimal bound = METER.upperBound(1_000, 500, price);

    assertThat(bound)
        .isEqualByComparingTo("0.01125")
        .isEqualByComparingTo(METER.listCost(worst, price));
  }

  @Test
  void localCostIsElectricityAndWearOfTheFirstMachineWhileBusy() {
    Meter meter =
        new Meter(
            new CostsConfig(
                usd("0.15"), List.of(machine("1500", "4", "280"), machine("1", "1", "1"))));

    BigDecimal hour = meter.localCost(Duration.ofHours(1));

    // 0.28 kWh x 0.15 = 0.042; 1500 / (4 x 8766 h) = 0.042778918549
    assertThat(hour).isEqualByComparingTo("0.084778918549");
    assertThat(meter.localCost(Duration.ZERO)).isEqualByComparingTo("0");
  }

  @Test
  void localCostIsZeroWhereNoHardwareIsConfigured() {
    assertThat(METER.localCost(Duration.ofHours(1))).isEqualByComparingTo("0");
  }

  private static Hardware machine(String cost, String lifeYears, String wattsBusy) {
    return new Hardware("pc", usd(cost), usd(lifeYears), usd("1"), usd(wattsBusy));
  }

  private static ModelPrice price(String input, String output) {
    return new ModelPrice(
        "openai",
        "model",
        usd(input),
        usd(output),
        Optional.empty(),
        Optional.empty(),
        Tier.MID,
        LocalDate.of(2025, 12, 31));
  }

  private static ModelPrice cachedPrice(
      String input, String output, String cacheRead, String cacheCreation) {
    return new ModelPrice(
        "anthropic",
        "model",
        usd(input),
        usd(output),
        Optional.of(usd(cacheRead)),
        Optional.of(usd(cacheCreation)),
        Tier.MID,
        LocalDate.of(2025, 12, 31));
  }

  private static BigDecimal usd(String amount) {
    return new BigDecimal(amount);
  }
}
