package dev.gatehouse.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.classify.PrivacyClassifier;
import dev.gatehouse.classify.PrivacyReport;
import dev.gatehouse.scripted.ScriptedUpstream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Detectors that do not do their work: then nobody knows what is in a request, and it stays. */
final class DetectorEscapeTest {
  private static final String HARMLESS =
      "{\"model\":\"%s\",\"messages\":[{\"role\":\"user\",\"content\":\"What are the opening hours?\"}]}";

  @TempDir private Path data;

  @Test
  void detectorThatThrowsLetsNothingOut() {
    assertStaysAtHome(
        _ ->
            _ -> {
              throw new IllegalStateException("broken");
            });
  }

  @Test
  void detectorThatRunsOutOfMemoryLetsNothingOut() {
    assertStaysAtHome(
        _ ->
            _ -> {
              throw new OutOfMemoryError("none left");
            });
  }

  @Test
  void detectorThatRunsOutOfStackLetsNothingOut() {
    assertStaysAtHome(real -> document -> real.scan(document.path(deeper(0))));
  }

  @SuppressWarnings("InfiniteRecursion")
  private static int deeper(int depth) {
    return deeper(depth + 1) + 1;
  }

  @Test
  void rulesThatLetUnreadableTextsOutDoNotLetOutWhatADetectorFailedOn() {
    assertStaysAtHome(
        "privacy: {rules: {unscannable: cloud}}\n",
        _ ->
            _ -> {
              throw new IllegalStateException("broken");
            });
  }

  /** The local model answers, named ones in the cloud are refused, and nobody there is called. */
  private void assertStaysAtHome(UnaryOperator<PrivacyClassifier> detectors) {
    assertStaysAtHome("", detectors);
  }

  private void assertStaysAtHome(String rules, UnaryOperator<PrivacyClassifier> detectors) {
    try (ScriptedUpstream cloud = Answers.whole();
        ScriptedUpstream local = Answers.whole();
        RunningGateway gateway =
            RunningGateway.startDetecting(
                rules + Answers.cloudAndLocal(cloud, local), data, detectors)) {
      var automatic = gateway.chat(HARMLESS.formatted("auto:best"));
      var named = gateway.chat(HARMLESS.formatted("cloud/gpt-4.1-mini"));

      assertThat(automatic.headers().firstValue("x-gatehouse-route")).contains("home/qwen3-8b");
      assertThat(automatic.headers().firstValue("x-gatehouse-privacy-class"))
          .contains("UNSCANNABLE");
      assertThat(named.statusCode()).isEqualTo(403);
      assertThat(cloud.connections()).isZero();
    }
  }

  @Test
  void detectorThatHangsIsGivenUpAtTheRequestsDeadlineAndLetsNothingOut() {
    try (ScriptedUpstream cloud = Answers.whole();
        RunningGateway gateway =
            RunningGateway.startDetecting(
                "server: {request-timeout: 300ms}\n" + Answers.cloudOnly(cloud),
                data,
                _ -> _ -> hang(new CountDownLatch(1)))) {
      var answer = gateway.chat(HARMLESS.formatted("auto"));

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("privacy_no_local_capacity");
      assertThat(cloud.connections()).isZero();
    }
  }

  private static PrivacyReport hang(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    throw new IllegalStateException("it hangs no more");
  }

  @Test
  void nothingLeavesWhileADetectorHangsThatNothingCanInterrupt() {
    CompletableFuture<Boolean> scanning = EscapeTest.patiently();
    CompletableFuture<Boolean> enough = EscapeTest.patiently();
    try (ScriptedUpstream cloud = Answers.whole();
        RunningGateway gateway =
            RunningGateway.startDetecting(
                "server: {request-timeout: 300ms, heartbeat-interval: 20ms}\n"
                    + Answers.cloudOnly(cloud),
                data,
                _ ->
                    _ -> {
                      scanning.complete(true);
                      enough.join(); // takes no notice of interruptions
                      throw new IllegalStateException("at last");
                    })) {
      CompletableFuture<HttpResponse<String>> answer =
          CompletableFuture.supplyAsync(() -> gateway.chat(HARMLESS.formatted("auto")));
      scanning.join();
      int whileItHangs = cloud.connections();
      enough.complete(true);

      assertThat(whileItHangs).isZero();
      assertThat(answer.join().statusCode()).isEqualTo(503);
      assertThat(cloud.connections()).isZero();
    }
  }

  @Test
  void detectorThatIsBrokenForOneRequestIsNotForTheNext() {
    int[] scans = {0};
    try (ScriptedUpstream cloud = Answers.whole();
        RunningGateway gateway =
            RunningGateway.startDetecting(
                Answers.cloudOnly(cloud),
                data,
                real ->
                    document -> {
                      if (scans[0]++ == 0) {
                        throw new OutOfMemoryError("none left");
                      }
                      return real.scan(document);
                    })) {
      var first = gateway.chat(HARMLESS.formatted("auto"));
      var second = gateway.chat(HARMLESS.formatted("auto"));

      assertThat(first.statusCode()).isEqualTo(503);
      assertThat(second.statusCode()).isEqualTo(200);
      assertThat(cloud.exchanges()).hasSize(1);
    }
  }
}
