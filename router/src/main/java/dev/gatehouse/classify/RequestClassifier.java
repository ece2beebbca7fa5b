package dev.gatehouse.classify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.EmbeddingsRequest;
import dev.gatehouse.inference.InferenceRequest;
import java.util.List;
import java.util.function.Supplier;

/** The stop that classifies: privacy and complexity of one request. Safe for use by any thread. */
public final class RequestClassifier {

  /** The rule of the one finding that stands for a scan that failed. */
  public static final String SCANNER_FAILED = "scanner-failed";

  /** The rule of the one finding that stands for a scan that was not over in time. */
  public static final String SCAN_TIMEOUT = "scan-timeout";

  private static final PrivacyReport FAILED_SCAN = unread(SCANNER_FAILED);

  /** Hardest, so that a failure costs money and not the answer. */
  private static final Complexity FAILED_ESTIMATE = new Complexity(Complexity.Task.CHAT, 1.0);

  /** Any model that gives vectors does: how good they are does not hang on the text. */
  private static final Complexity EMBEDDINGS = new Complexity(Complexity.Task.CHAT, 0);

  private final Supplier<PrivacyClassifier> privacy;
  private final ComplexityClassifier complexity;
  private final FailureListener failures;

  /** Classifies with the two given. */
  public RequestClassifier(PrivacyClassifier privacy, ComplexityClassifier complexity) {
    this(() -> privacy, complexity, FailureListener.NONE);
  }

  /**
   * Classifies each request from beginning to end with the classifier that there is when it begins.
   *
   * @param privacy asked once a request
   */
  public RequestClassifier(
      Supplier<PrivacyClassifier> privacy,
      ComplexityClassifier complexity,
      FailureListener failures) {
    this.privacy = privacy;
    this.complexity = complexity;
    this.failures = failures;
  }

  /** What is known of a request that was not read: nothing, so it is as private and hard as any. */
  public static Classification unknown(String rule) {
    return new Classification(unread(rule), FAILED_ESTIMATE);
  }

  private static PrivacyReport unread(String rule) {
    return new PrivacyReport(
        List.of(new Finding(FindingType.UNSCANNABLE, rule, PrivacyClass.UNSCANNABLE, "", 0, 0)));
  }

  /**
   * Classifies the caller's own JSON and what goes along with it. Never throws: a privacy scan that
   * fails counts as UNSCANNABLE, an estimate that fails as CHAT of difficulty 1. Of what was thrown
   * only its class is told, since the rest may carry the caller's text.
   */
  public Classification classify(InferenceRequest request) {
    return new Classification(
        orElse(() -> new RequestScan(privacy.get()).scan(request), FAILED_SCAN),
        orElse(() -> complexity(request), FAILED_ESTIMATE));
  }

  /** What is private in a body that asks nothing of a model; never throws, as above. */
  public PrivacyReport privacy(JsonNode body) {
    return orElse(() -> privacy.get().scan(body), FAILED_SCAN);
  }

  private Complexity complexity(InferenceRequest request) {
    return switch (request) {
      case ChatRequest chat -> complexity.estimate(chat);
      case EmbeddingsRequest _ -> EMBEDDINGS;
    };
  }

  /** A scanner that runs out of stack or heap has scanned nothing, so its error counts as well. */
  private <T> T orElse(Supplier<T> work, T failed) {
    try {
      return work.get();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      failures.failed("classify", e.getClass());
      return failed;
    }
  }
}
