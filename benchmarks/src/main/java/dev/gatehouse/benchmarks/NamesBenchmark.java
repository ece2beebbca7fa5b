package dev.gatehouse.benchmarks;

import dev.gatehouse.classify.privacy.names.Names;
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

/** The name tagger on 1 KB of plain prose, its words parted anew each time. */
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
public class NamesBenchmark {

  private static final String PROSE =
      """
      The committee met on Tuesday to look at the plans for the new library, which has been under
      discussion since the old building was closed after the flood three years ago. Most of those
      who spoke were in favour, though some asked whether the cost had been worked out with enough
      care. Margaret Holloway, who has run the reading room for two decades, said that the shelves
      alone would take up half of the budget, and that nobody had thought about the heating. The
      architect answered that the figures were estimates and that savings could still be found in
      the roof, the windows and the lift. After a long break the chair put the question to a vote,
      and the plan was passed by nine to four. Work is to start in spring, once the council in
      Bristol has agreed to the loan; until then the books remain in the old school on Orchard
      Lane, where they are open to the public on two afternoons a week. Those who would like to
      help with the move are asked to leave their name at the desk before the end of the month,
      and to say whether they can lift boxes.
      """;

  private static final String TEXT = PROSE.repeat(2).substring(0, 1_024);

  private final Detector tagger = Names.tagger();

  /** The tagger with the parting of the text, for 1,024 characters. */
  @Benchmark
  public List<Match> tag() {
    NormalizedText text = NormalizedText.of(TEXT, Surroundings.NONE);
    Matches matches = new Matches();
    tagger.detect(text, matches);
    return matches.all();
  }
}
