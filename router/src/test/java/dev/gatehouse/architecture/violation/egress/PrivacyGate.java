package dev.gatehouse.architecture.violation.egress;

/** A gate that anybody can make. */
public final class PrivacyGate {

  /** Lets anything in. */
  public void admit() {}
}
