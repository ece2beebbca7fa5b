package dev.gatehouse.benchmarks;

import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.IterationParams;

/**
 * The processor time of the measuring thread beside the wall time that JMH takes: what a benchmark
 * costs, whatever else the machine does meanwhile. Each benchmark says how much it did.
 */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class ProcessorTime {

  private static final double NANOS_PER_MICRO = 1_000;

  private long began;
  private long nanos;
  private long kilobytes;
  private int iterations = 1;

  /** Begins an iteration. */
  @Setup(Level.Iteration)
  public void begin(IterationParams iteration) {
    iterations = iteration.getCount();
    kilobytes = 0;
    began = now();
  }

  /** Ends an iteration. */
  @TearDown(Level.Iteration)
  public void end() {
    nanos = now() - began;
  }

  /** Counts what was just read, in kilobytes. */
  void count(int read) {
    kilobytes += read;
  }

  /**
   * Microseconds of processor time for each kilobyte, as this iteration's share of the mean: JMH
   * adds up what the iterations return.
   */
  public double cpuMicrosPerKb() {
    return nanos / NANOS_PER_MICRO / Math.max(1, kilobytes) / iterations;
  }

  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
