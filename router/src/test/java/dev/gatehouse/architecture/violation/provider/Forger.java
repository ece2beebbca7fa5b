package dev.gatehouse.architecture.violation.provider;

import dev.gatehouse.architecture.violation.egress.Clearance;
import dev.gatehouse.architecture.violation.egress.PrivacyGate;

/** Makes and uses papers of its own. */
public final class Forger {

  private Forger() {}

  static byte[] forge() {
    new PrivacyGate().admit();
    return new Clearance().redeem();
  }
}
