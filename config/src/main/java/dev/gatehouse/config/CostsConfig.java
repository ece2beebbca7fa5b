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
    if (electricityPerKwh.signum() < 0) {
      throw new IllegalArgumentException("costs: electricity must not be below 0");
    }
  }

  /** 0.15 US dollars per kilowatt-hour and no hardware. */
  public static CostsConfig defaults() {
    return new CostsConfig(new BigDecimal("0.15"), List.of());
  }

  /**
   * One machine.
   *
   * @param id the operator's name of it, unique
   * @param cost US dollars paid for it, at least 0
   * @param lifeYears over which it is written off, above 0
   * @param wattsIdle power drawn when idle
   * @param wattsBusy power drawn while it answers, at least {@code wattsIdle}
   */
  public record Hardware(
      String id,
      BigDecimal cost,
      BigDecimal lifeYears,
      BigDecimal wattsIdle,
      BigDecimal wattsBusy) {

    public Hardware {
      if (cost.signum() < 0 || lifeYears.signum() <= 0) {
        throw new IllegalArgumentException(id + ": cost below 0 or no life");
      }
      if (wattsIdle.signum() < 0 || wattsBusy.compareTo(wattsIdle) < 0) {
        throw new IllegalArgumentException(id + ": watts-busy below watts-idle, or below 0");
      }
    }
  }
}
