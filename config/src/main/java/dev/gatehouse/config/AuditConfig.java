package dev.gatehouse.config;

import java.time.Duration;

/**
 * What is kept beside the audit log, which is always written.
 *
 * @param keepSent how long exactly what left for cloud providers is kept, encrypted, to be shown to
 *     the operator; zero means that it never is
 */
public record AuditConfig(Duration keepSent) {

  public AuditConfig {
    if (keepSent.isNegative()) {
      throw new IllegalArgumentException("audit.keep-sent: expected 0 or more");
    }
  }

  /** Nothing of what left is kept. */
  public static AuditConfig defaults() {
    return new AuditConfig(Duration.ZERO);
  }
}
