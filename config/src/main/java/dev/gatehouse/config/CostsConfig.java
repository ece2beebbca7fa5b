package dev.gatehouse.config;

import java.math.BigDecimal;
import java.util.List;

/**
 * What local answers really cost.
 *
 * @param electricityPerKwh US dollars per kilowatt-hour, at least 0; default 0.15
 * @param hardware the machines that serve local models; empty means local costs are not known
 */
public record CostsConfig(BigDecimal electricityPerKwh, List<Hardware> hardware) {

  public CostsConfig {
    hardware = List.copyOf(hardware);
  }

  /**
   * One machine.
   *
   * @param cost US dollars paid for it
   * @param lifeYears over which it is written off, above 0
   * @param wattsIdle power drawn when idle
   * @param wattsBusy power drawn while it answers, at least {@code wattsIdle}
   */
  public record Hardware(
      String id,
      BigDecimal cost,
      BigDecimal lifeYears,
      BigDecimal wattsIdle,
      BigDecimal wattsBusy) {}
}
