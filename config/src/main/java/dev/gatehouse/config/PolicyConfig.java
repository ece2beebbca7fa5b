package dev.gatehouse.config;

import java.util.Map;

/**
 * How candidates are chosen.
 *
 * @param quality default for requests that do not say
 * @param unknownPrice what becomes of a cloud model without a price
 * @param aliases model names of the operator's own, each standing for a model name that is not
 *     itself an alias
 */
public record PolicyConfig(
    Preset preset, Quality quality, UnknownPrice unknownPrice, Map<String, String> aliases) {

  public PolicyConfig {
    aliases = Map.copyOf(aliases);
  }

  /** The policy of a preset, with nothing written beside it. */
  public static PolicyConfig of(Preset preset) {
    return new PolicyConfig(preset, preset.quality(), UnknownPrice.REFUSE, Map.of());
  }

  /** The same policy under another preset's name. */
  PolicyConfig withPreset(Preset other) {
    return new PolicyConfig(other, quality, unknownPrice, aliases);
  }

  /** What becomes of a cloud model whose price nobody stated. It is never taken as free. */
  public enum UnknownPrice {
    /** Not a candidate: the default. */
    REFUSE,
    /** Priced at the dearest row of the catalogue, and marked so. */
    CEILING
  }
}
