package dev.gatehouse.benchmarks;

import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.privacy.context.Context;
import dev.gatehouse.classify.privacy.text.Appraiser;
import dev.gatehouse.classify.privacy.text.Match;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Rule;
import dev.gatehouse.classify.privacy.text.Surroundings;
import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.config.PrivacyConfig;
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

/** What it takes to tell whose the names of one kilobyte of text are; the words are parted anew. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class ContextBenchmark {

  private static final String LINE =
      "Dear Ms Torvund, my neighbour Ottilie Krass told me that the heating is broken again. ";

  private final String text = LINE.repeat(12);
  private final Appraiser appraiser = Context.appraiser(PrivacyConfig.Names.CONTEXT);
  private final List<Match> names =
      List.of(name("Torvund", 0), name("Ottilie Krass", 0), name("Torvund", 500));

  private Match name(String value, int from) {
    int start = text.indexOf(value, from);
    Rule rule = new Rule(FindingType.PERSON, "name-model", PrivacyClass.INTERNAL);
    return new Match(rule, start, start + value.length());
  }

  /** With three names. */
  @Benchmark
  public List<Match> judge() {
    return appraiser.appraise(NormalizedText.of(text, Surroundings.NONE), names);
  }

  /** The words alone, which the tagger has parted before. */
  @Benchmark
  public int words() {
    return NormalizedText.of(text, Surroundings.NONE).words().count();
  }
}
