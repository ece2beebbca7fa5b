package dev.gatehouse.benchmarks;

import dev.gatehouse.catalogue.ModelPrice;
import dev.gatehouse.catalogue.PriceCatalogue;
import dev.gatehouse.classify.Classification;
import dev.gatehouse.classify.RequestClassifier;
import dev.gatehouse.classify.complexity.FeatureComplexityClassifier;
import dev.gatehouse.classify.privacy.LexicalPrivacyClassifier;
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
