package dev.gatehouse.config;

/** A named starting point for the policy; every value it sets can be overridden in the file. */
public enum Preset {
  /** Cloud first for quality, local where it does. */
  INDIVIDUAL,
  /** Local for private and easy requests, cloud for hard ones: the default. */
  HYBRID,
  /** Everything that is not plainly public stays local. */
  REGULATED,
  /** Best answers first. */
  CREATOR,
  /** No cloud provider is constructed at all. */
  AIR_GAPPED
}
