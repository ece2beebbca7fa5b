package dev.gatehouse.architecture.violation.egress;

/** Papers that anybody can make and extend. */
public class Clearance {

  /** Makes papers. */
  public Clearance() {}

  /** What was cleared. */
  public byte[] redeem() {
    return new byte[0];
  }
}
