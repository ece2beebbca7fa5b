package dev.gatehouse.config;

/** {@code audit}: what is kept of what left. */
final class AuditSection {
  private AuditSection() {}

  static AuditConfig read(YamlMapping section) {
    AuditConfig audit =
        section
            .scalar("keep-sent", ScalarTypes.RETENTION)
            .map(AuditConfig::new)
            .orElse(AuditConfig.defaults());
    section.rejectUnknownKeys();
    return audit;
  }
}
