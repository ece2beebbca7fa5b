package dev.gatehouse.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.classify.Classification;
import dev.gatehouse.classify.PrivacyReport;
import dev.gatehouse.classify.RequestClassifier;
import dev.gatehouse.inference.InferenceRequest;
import java.time.Duration;

/**
 * A classifier that always answers in time: what could not be read until then counts as
 * UNSCANNABLE. Safe for use by any thread.
 *
 * @param timeout longest time for one request
 */
public record TimedClassifier(RequestClassifier classifier, ScanThreads threads, Duration timeout) {

  /** What a request is; never throws. */
  Classification classify(InferenceRequest request) {
    return threads.within(timeout, () -> classifier.classify(request), RequestClassifier::unknown);
  }

  /** What is private in a body that asks nothing of a model; never throws. */
  PrivacyReport privacy(JsonNode body) {
    return threads.within(
        timeout, () -> classifier.privacy(body), rule -> RequestClassifier.unknown(rule).privacy());
  }
}
