package dev.gatehouse.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.classify.PrivacyReport;
import dev.gatehouse.classify.privacy.LexicalPrivacyClassifier;
import dev.gatehouse.classify.privacy.ScanLimits;
import dev.gatehouse.classify.privacy.ScanMemory;
import dev.gatehouse.classify.privacy.Vocabulary;
import dev.gatehouse.classify.privacy.finance.Finance;
import dev.gatehouse.classify.privacy.health.Health;
import dev.gatehouse.classify.privacy.identifiers.Identifiers;
import dev.gatehouse.classify.privacy.names.Names;
import dev.gatehouse.classify.privacy.secrets.Secrets;
import dev.gatehouse.classify.privacy.text.DecodingBudget;
import dev.gatehouse.classify.privacy.text.Detector;
import dev.gatehouse.classify.privacy.text.Match;
import dev.gatehouse.classify.privacy.text.Matches;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Surroundings;
import dev.gatehouse.classify.privacy.text.Views;
import dev.gatehouse.config.PrivacyConfig;
import dev.gatehouse.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the search for private values costs, in microseconds for each KB of new text: the whole
 * classifier with a dictionary of 1,000 words, each part of it alone, and a conversation's next
 * turn. {@code cpuMicrosPerKb} is processor time, which counts where the machine has other work.
 */
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
public class PrivacyBenchmark {

  private static final int KILOBYTES = 8;

  /** A text and what reads it. */
  @State(Scope.Benchmark)
  public static class Text {
    @Param private TextKind kind = TextKind.PROSE;

    private final LexicalPrivacyClassifier classifier =
        new LexicalPrivacyClassifier(ScanLimits.defaults(), vocabulary());
    private final LexicalPrivacyClassifier rules = rulesAlone();
    private final List<Detector> names = List.of(Names.tagger());
    private String text = "";
    private JsonNode document = TextNode.valueOf("");
    private NormalizedText parted = NormalizedText.of("", Surroundings.NONE);

    /** Makes the text of its kind. */
    @Setup
    public void make() {
      text = kind.text(KILOBYTES);
      document = TextNode.valueOf(text);
      parted = NormalizedText.of(text, Surroundings.NONE);
      parted.words();
    }
  }

  /** A chat request of many short strings: tools with their schemas, their calls and results. */
  @State(Scope.Benchmark)
  public static class Request {
    private final LexicalPrivacyClassifier classifier =
        new LexicalPrivacyClassifier(ScanLimits.defaults(), vocabulary());
    private final LexicalPrivacyClassifier rules = rulesAlone();
    private final JsonNode document =
        Json.read(Resources.text("chat-request.json").getBytes(StandardCharsets.UTF_8));
  }

  /** A chat whose last turn is new each time, and the others are remembered. */
  @State(Scope.Benchmark)
  public static class Conversation {
    @Param({"1", "100"})
    private int turns = 1;

    private final ConcurrentHashMap<ScanMemory.Digest, ScanMemory.Remembered> strings =
        new ConcurrentHashMap<>();
    private final LexicalPrivacyClassifier classifier =
        new LexicalPrivacyClassifier(
            ScanLimits.defaults(),
            vocabulary(),
            PrivacyConfig.Names.CONTEXT,
            new ScanMemory(new byte[16], strings));
    private final String newText = TextKind.PROSE.text(KILOBYTES);
    private final ArrayNode messages = JsonNodeFactory.instance.arrayNode();
    private long next;

    /** Fills the memory with the earlier turns. */
    @Setup(Level.Iteration)
    public void remember() {
      strings.clear();
      messages.removeAll();
      for (int turn = 0; turn < turns; turn++) {
        messages.add(message("turn " + turn + ": " + TextKind.PROSE.text(1)));
      }
      classifier.scan(messages);
    }

    private JsonNode withNewTurn() {
      messages.set(turns - 1, message(next++ + newText));
      return messages;
    }

    private static ObjectNode message(String content) {
      return JsonNodeFactory.instance.objectNode().put("role", "user").put("content", content);
    }
  }

  /** The classifier without names and without what judges them. */
  private static LexicalPrivacyClassifier rulesAlone() {
    return new LexicalPrivacyClassifier(
        ScanLimits.defaults(), (text, matches) -> {}, (text, found) -> found);
  }

  private static Vocabulary vocabulary() {
    List<String> words =
        IntStream.range(0, 1_000)
            .mapToObj(i -> "Client " + Integer.toString(i * 7_919, 36))
            .toList();
    return new Vocabulary(words, List.of());
  }

  /** The classifier as it is used, without a memory. */
  @Benchmark
  @OperationsPerInvocation(KILOBYTES)
  public PrivacyReport classifier(Text text, ProcessorTime time) {
    time.count(KILOBYTES);
    return text.classifier.scan(text.document);
  }

  /** Every rule, with the views of a text that they read: the classifier but for names. */
  @Benchmark
  @OperationsPerInvocation(KILOBYTES)
  public PrivacyReport rules(Text text, ProcessorTime time) {
    time.count(KILOBYTES);
    return text.rules.scan(text.document);
  }

  /** The classifier on a request of many short strings. */
  @Benchmark
  @OperationsPerInvocation(KILOBYTES)
  public PrivacyReport request(Request request, ProcessorTime time) {
    time.count(KILOBYTES);
    return request.classifier.scan(request.document);
  }

  /** Every rule on a request of many short strings. */
  @Benchmark
  @OperationsPerInvocation(KILOBYTES)
  public PrivacyReport requestRules(Request request, ProcessorTime time) {
    time.count(KILOBYTES);
    return request.rules.scan(request.document);
  }

  /** Folding, parting into words, and looking for encodings. */
  @Benchmark
  @OperationsPerInvocation(KILOBYTES)
  public Views views(Text text, ProcessorTime time) {
    time.count(KILOBYTES);
    return Views.of(text.text, Surroundings.NONE, new DecodingBudget(5, 1 << 20));
  }

  /** Identifiers, in words that are parted already. */
  @Benchmark
  @OperationsPerInvocation(KILOBYTES)
  public List<Match> identifiers(Text text, ProcessorTime time) {
    return found(Identifiers.detectors(), text, time);
  }

  /** Keys, tokens and passwords. */
  @Benchmark
  @OperationsPerInvocation(KILOBYTES)
  public List<Match> secrets(Text text, ProcessorTime time) {
    return found(Secrets.detectors(), text, time);
  }

  /** Statements about somebody's health. */
  @Benchmark
  @OperationsPerInvocation(KILOBYTES)
  public List<Match> health(Text text, ProcessorTime time) {
    return found(Health.detectors(), text, time);
  }

  /** Statements about somebody's money. */
  @Benchmark
  @OperationsPerInvocation(KILOBYTES)
  public List<Match> finance(Text text, ProcessorTime time) {
    return found(Finance.detectors(), text, time);
  }

  /** The name tagger. */
  @Benchmark
  @OperationsPerInvocation(KILOBYTES)
  public List<Match> names(Text text, ProcessorTime time) {
    return found(text.names, text, time);
  }

  /** A conversation's next turn: for 100 turns it may cost little more than for one. */
  @Benchmark
  @OperationsPerInvocation(KILOBYTES)
  public PrivacyReport nextTurn(Conversation conversation, ProcessorTime time) {
    time.count(KILOBYTES);
    return conversation.classifier.scan(conversation.withNewTurn());
  }

  private static List<Match> found(List<Detector> detectors, Text text, ProcessorTime time) {
    time.count(KILOBYTES);
    Matches matches = new Matches();
    for (Detector detector : detectors) {
      detector.detect(text.parted, matches);
    }
    return matches.all();
  }
}
