package dev.gatehouse.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.catalogue.ModelPrice;
import dev.gatehouse.catalogue.PriceCatalogue;
import dev.gatehouse.classify.Classification;
import dev.gatehouse.classify.PrivacyReport;
import dev.gatehouse.classify.RequestClassifier;
import dev.gatehouse.classify.complexity.FeatureComplexityClassifier;
import dev.gatehouse.classify.privacy.LexicalPrivacyClassifier;
import dev.gatehouse.classify.privacy.text.DecodingBudget;
import dev.gatehouse.classify.privacy.text.Surroundings;
import dev.gatehouse.classify.privacy.text.Views;
import dev.gatehouse.config.CostsConfig;
import dev.gatehouse.config.Locality;
import dev.gatehouse.config.PolicyConfig;
import dev.gatehouse.config.Preset;
import dev.gatehouse.config.PrivacyConfig;
import dev.gatehouse.config.PrivacyTreatment;
import dev.gatehouse.dialect.openai.ChatCompletions;
import dev.gatehouse.egress.PrivacyGate;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.json.JsonBody;
import dev.gatehouse.meter.Meter;
import dev.gatehouse.meter.TokenEstimate;
import dev.gatehouse.meter.TokenEstimator;
import dev.gatehouse.policy.Decision;
import dev.gatehouse.policy.Policy;
import dev.gatehouse.policy.Situation;
import dev.gatehouse.provider.Model;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
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

/** The stops that act on nothing, each alone, on a chat with 1 KB of text. */
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
public class StopsBenchmark {
  private final RequestClassifier classifier =
      new RequestClassifier(new LexicalPrivacyClassifier(), new FeatureComplexityClassifier());
  private final PriceCatalogue prices = PriceCatalogue.bundled();
  private final Policy policy =
      new Policy(PolicyConfig.of(Preset.HYBRID), prices, new Meter(CostsConfig.defaults()));
  private final byte[] body =
      Scenario.PLAIN
          .requestBody()
          .replace("plain/" + CannedAnswer.MODEL, "auto")
          .getBytes(StandardCharsets.UTF_8);
  private final ChatRequest request = ChatCompletions.request(JsonBody.parse(body));
  private final LexicalPrivacyClassifier privacy = new LexicalPrivacyClassifier();
  private final JsonNode plainText =
      TextNode.valueOf("The meeting about the harbour went on until late, and ".repeat(19));
  private final JsonNode encodedText =
      TextNode.valueOf(
          ("see aGFyYm91ciBtYXN0ZXI= and 6e6f7468696e6720686572652074 at /q?to=the%20harbour&n=a+b,"
                  + " h a r b o u r; &lt;b&gt; \\u0062oats: one two three four five six seven ")
              .repeat(6));
  private final Situation situation = situation(request, classifier, prices);

  /** Bytes to request. */
  @Benchmark
  public ChatRequest decode() {
    return ChatCompletions.request(JsonBody.parse(body));
  }

  /** Privacy and complexity. */
  @Benchmark
  public Classification classify() {
    return classifier.classify(request);
  }

  /** The privacy scan of 1 KB of prose. */
  @Benchmark
  public PrivacyReport scanPlainText() {
    return privacy.scan(plainText);
  }

  /** The privacy scan of 1 KB in which every word is encoded, each in another way. */
  @Benchmark
  public PrivacyReport scanEncodedText() {
    return privacy.scan(encodedText);
  }

  /** What of the scan of prose is folding and looking for encodings. */
  @Benchmark
  public Views viewPlainText() {
    return Views.of(plainText.textValue(), Surroundings.NONE, new DecodingBudget(5, 1 << 20));
  }

  /** What of the scan of encoded text is folding and decoding. */
  @Benchmark
  public Views viewEncodedText() {
    return Views.of(encodedText.textValue(), Surroundings.NONE, new DecodingBudget(5, 1 << 20));
  }

  /** Input tokens. */
  @Benchmark
  public TokenEstimate estimateTokens() {
    return TokenEstimator.of(request);
  }

  /** One of every model in the bundled price list. */
  @Benchmark
  public Decision decide() {
    return policy.decide(situation);
  }

  private static Situation situation(
      ChatRequest request, RequestClassifier classifier, PriceCatalogue prices) {
    Classification found = classifier.classify(request);
    PrivacyGate gate = new PrivacyGate(PrivacyConfig.of(Preset.HYBRID).rules(), false);
    return new Situation(
        request,
        found.complexity(),
        gate.admit("benchmark", found.privacy().classes(), PrivacyTreatment.CLOUD_OK),
        Optional.empty(),
        prices.prices().stream().map(StopsBenchmark::model).toList(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        TokenEstimator.of(request));
  }

  private static Model model(ModelPrice price) {
    return new Model(
        price.providerName(),
        price.model(),
        Locality.CLOUD,
        Set.of(),
        OptionalInt.empty(),
        Optional.of(price),
        OptionalDouble.empty(),
        Model.Details.UNKNOWN);
  }
}
