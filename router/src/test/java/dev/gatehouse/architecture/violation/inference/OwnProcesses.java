package dev.gatehouse.architecture.violation.inference;

import java.io.IOException;

/** Other programs that could connect. */
public final class OwnProcesses {

  private OwnProcesses() {}

  /** The plain way. */
  public static final class OfProcessBuilder {
    static Process start() throws IOException {
      return new ProcessBuilder("curl", "elsewhere.test").start();
    }
  }

  /** The old way. */
  public static final class OfRuntime {
    static Process start() throws IOException {
      return Runtime.getRuntime().exec(new String[] {"curl", "elsewhere.test"});
    }
  }
}
