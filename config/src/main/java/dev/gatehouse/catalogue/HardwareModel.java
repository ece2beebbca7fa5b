package dev.gatehouse.catalogue;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * A machine, or a part of one, that can serve local models.
 *
 * @param id the catalogue's name of it, as in {@code pc-rtx-4080-16gb}
 * @param cost US dollars, at least 0
 * @param tokensPerSecond output tokens per second by class of model, as in {@code llama-7b}; empty
 *     where the source gives none
 * @param tier the guide's class of machine; empty where it names the machine by its price only
 */
public record HardwareModel(
    String id, BigDecimal cost, Map<String, BigDecimal> tokensPerSecond, Optional<Tier> tier) {

  public HardwareModel {
    tokensPerSecond = Map.copyOf(tokensPerSecond);
    if (cost.signum() < 0) {
      throw new IllegalArgumentException(id + ": a cost must not be negative");
    }
    if (tokensPerSecond.values().stream().anyMatch(speed -> speed.signum() <= 0)) {
      throw new IllegalArgumentException(id + ": a speed must be above 0");
    }
  }

  /** The cost guide's three classes of machines. */
  public enum Tier {
    MINIMUM,
    RECOMMENDED,
    HIGH_PERFORMANCE
  }
}
