package dev.gatehouse.config;

/** Where a model runs, as seen from the machine that Gatehouse guards. */
public enum Locality {
  /**
   * On this machine or inside the operator's own network: loopback, private or link-local addresses
   * only.
   */
  LOCAL,
  /** Anywhere else, whatever its address looks like. */
  CLOUD
}
