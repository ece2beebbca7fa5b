package dev.gatehouse.meter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.catalogue.ModelPrice;
import dev.gatehouse.catalogue.ModelPrice.Tier;
import dev.gatehouse.catalogue.TokenPrices;
import dev.gatehouse.config.CostsConfig;
import dev.gatehouse.config.CostsConfig.Hardware;
import dev.gatehouse.inference.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class MeterTest {
  private static final Meter METER = new Meter(new CostsConfig(usd("0.15"), List.of()));

  private static final TokenPrices EVERYTHING =
      new TokenPrices(
          usd("3.00"),
          usd("15.00"),
          Optional.of(usd("0.30")),
          Optional.of(usd("3.75")),
          Optional.of(usd("6.00")),
          Optional.of(usd("32.00")),
          Optional.of(usd("64.00")));

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
  void tokensCachedForAnHourHaveTheirOwnPriceAndTheOthersTheFiveMinutesPrice() {
    Usage usage = new Usage(1_000_000, 0, 0, 1_000_000, 0).withCacheCreation1h(400_000);

    assertThat(METER.listCost(usage, priced(EVERYTHING))).isEqualByComparingTo("4.65");
  }

  @Test
  void anHourInTheCacheCostsWhatTheCacheDoesWhereTheListDoesNotSay() {
    Usage usage = new Usage(1_000_000, 0, 0, 1_000_000, 0).withCacheCreation1h(400_000);

    assertThat(METER.listCost(usage, cachedPrice("3.00", "15.00", "0.30", "3.75")))
        .isEqualByComparingTo("3.75");
    assertThat(METER.listCost(usage, price("3.00", "15.00"))).isEqualByComparingTo("3");
  }

  @Test
  void soundHasItsOwnPriceInBothDirections() {
    Usage usage = Usage.of(1_000_000, 1_000_000).withAudio(250_000, 500_000);

    assertThat(METER.listCost(usage, priced(EVERYTHING)))
        .isEqualByComparingTo("49.75"); // 0.75 x 3 + 0.25 x 32 + 0.5 x 15 + 0.5 x 64
    assertThat(METER.listCost(usage, price("3.00", "15.00"))).isEqualByComparingTo("18");
  }

  @Test
  void aLongInputMakesEveryTokenOfTheCallDearer() {
    ModelPrice price = longInput(200_000);

    assertThat(METER.listCost(Usage.of(200_000, 1_000), price)).isEqualByComparingTo("0.26");
    assertThat(METER.listCost(Usage.of(200_001, 1_000), price)).isEqualByComparingTo("0.5150025");
    assertThat(METER.listCost(new Usage(200_001, 1_000, 200_001, 0, 0), price))
        .as("cached tokens count towards the length")
        .isEqualByComparingTo("0.06500025");
  }

  @Test
  void aLongInputHasItsOwnBound() {
    assertThat(METER.upperBound(200_001, 1_000, longInput(200_000)))
        .isEqualByComparingTo("0.5150025");
  }

  @Test
  void noUsageCostsMoreThanItsBound() {
    Random random = new Random(4);
    for (int round = 0; round < 2_000; round++) {
      Usage usage = usage(random);
      ModelPrice price = random.nextBoolean() ? priced(prices(random)) : longInput(500);

      BigDecimal cost = METER.listCost(usage, price);

      assertThat(cost)
          .as("%s at %s", usage, price)
          .isLessThanOrEqualTo(METER.upperBound(usage.inputTokens(), usage.outputTokens(), price));
    }
  }

  @Test
  void everyTokenIsChargedOnceWhateverItIs() {
    Random random = new Random(5);
    Optional<BigDecimal> dollar = Optional.of(usd("1"));
    ModelPrice flat =
        priced(new TokenPrices(usd("1"), usd("1"), dollar, dollar, dollar, dollar, dollar));
    for (int round = 0; round < 2_000; round++) {
      Usage usage = usage(random);

      BigDecimal cost = METER.listCost(usage, flat);

      assertThat(cost.movePointRight(6))
          .as(usage.toString())
          .isEqualByComparingTo(BigDecimal.valueOf(usage.inputTokens() + usage.outputTokens()));
    }
  }

  @Test
  void moreTokensNeverCostLess() {
    Random random = new Random(6);
    for (int round = 0; round < 2_000; round++) {
      ModelPrice price = random.nextBoolean() ? priced(prices(random)) : longInput(500);
      long input = random.nextLong(1_000);
      long output = random.nextLong(1_000);

      BigDecimal cost = METER.listCost(Usage.of(input, output), price);

      assertThat(METER.listCost(Usage.of(input + 1, output), price)).isGreaterThanOrEqualTo(cost);
      assertThat(METER.listCost(Usage.of(input, output + 1), price)).isGreaterThanOrEqualTo(cost);
    }
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

  /** A usage whose parts may overlap: what was cached may have been sound. */
  private static Usage usage(Random random) {
    long input = random.nextLong(1_000);
    long output = random.nextLong(1_000);
    long read = random.nextLong(input + 1);
    long created = random.nextLong(input - read + 1);
    return new Usage(input, output, read, created, random.nextLong(output + 1))
        .withCacheCreation1h(random.nextLong(created + 1))
        .withAudio(random.nextLong(input + 1), random.nextLong(output + 1));
  }

  private static TokenPrices prices(Random random) {
    return new TokenPrices(
        cents(random),
        cents(random),
        maybe(random),
        maybe(random),
        maybe(random),
        maybe(random),
        maybe(random));
  }

  private static Optional<BigDecimal> maybe(Random random) {
    return random.nextBoolean() ? Optional.of(cents(random)) : Optional.empty();
  }

  private static BigDecimal cents(Random random) {
    return BigDecimal.valueOf(random.nextInt(10_000), 2);
  }

  /** Gemini 2.5 Pro's prices, dearer above a limit of one's own. */
  private static ModelPrice longInput(long above) {
    TokenPrices usual = read("1.25", "10.00", "0.125");
    return new ModelPrice(
        "google",
        "model",
        usual,
        Optional.of(new ModelPrice.LongInput(above, read("2.50", "15.00", "0.25"))),
        ModelPrice.Use.CHAT,
        OptionalInt.empty(),
        Tier.PREMIUM,
        LocalDate.of(2025, 12, 31));
  }

  private static TokenPrices read(String input, String output, String cacheRead) {
    return new TokenPrices(
        usd(input),
        usd(output),
        Optional.of(usd(cacheRead)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Hardware machine(String cost, String lifeYears, String wattsBusy) {
    return new Hardware("pc", usd(cost), usd(lifeYears), usd("1"), usd(wattsBusy));
  }

  private static ModelPrice price(String input, String output) {
    return priced(TokenPrices.of(usd(input), usd(output)));
  }

  private static ModelPrice cachedPrice(
      String input, String output, String cacheRead, String cacheCreation) {
    return priced(
        new TokenPrices(
            usd(input),
            usd(output),
            Optional.of(usd(cacheRead)),
            Optional.of(usd(cacheCreation)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  private static ModelPrice priced(TokenPrices tokens) {
    return ModelPrice.of("openai", "model", tokens, Tier.MID, LocalDate.of(2025, 12, 31));
  }

  private static BigDecimal usd(String amount) {
    return new BigDecimal(amount);
  }
}
