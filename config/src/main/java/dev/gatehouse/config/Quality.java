package dev.gatehouse.config;

/** How the policy trades money for answer quality. */
public enum Quality {
  /** Accept a weaker model early. */
  ECONOMY,
  /** The cheapest model that is expected to do. */
  BALANCED,
  /** The best model whatever its price. */
  BEST
}
