package dev.gatehouse.benchmarks;

import dev.gatehouse.classify.privacy.identifiers.Identifiers;
import dev.gatehouse.classify.privacy.text.Detector;
import dev.gatehouse.classify.privacy.text.Match;
import dev.gatehouse.classify.privacy.text.Matches;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Surroundings;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The search for identifiers in 1 KB of prose with a handful of numbers, its words parted. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {
      "-XX:+UseCompactObjectHeaders",
      "--sun-misc-unsafe-memory-access=allow" // JMH 1.37 uses what JDK 24 and later warn of
    })
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class IdentifiersBenchmark {

  private static final String PROSE =
      """
      The committee met twice in March to talk about the new wing, and most members agreed that the \
      plan was sound, if a little dear. Costs have risen since 2019, from 1.2 million to about \
      1,450,000 pounds, and the grant covers only 35 % of that. The chair opened the meeting at 19:30 \
      and thanked the volunteers for the 12 Saturdays they gave to the sale. A question was asked \
      about parking: there are 48 places now and there would be 60. The treasurer said that heating \
      is the largest item after salaries and that the boiler, which dates from the time of the old \
      school, will not last another winter. It was decided to ask for two more offers before the \
      autumn. A letter from the neighbours was read; they fear noise during the work. The architect \
      answered that drilling would stop at five and that the wall towards the garden stays as it is. \
      Please sum this up in three short paragraphs for the newsletter, in a friendly tone, and leave \
      out who spoke.
      """;

  private final List<Detector> detectors = Identifiers.detectors();
  private final NormalizedText text = NormalizedText.of(PROSE, Surroundings.NONE);

  /** Every detector of the package. */
  @Benchmark
  public List<Match> identifiers() {
    Matches matches = new Matches();
    for (Detector detector : detectors) {
      detector.detect(text, matches);
    }
    return matches.all();
  }
}
