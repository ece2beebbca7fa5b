package dev.gatehouse.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.config.PrivacyTreatment;
import dev.gatehouse.scripted.ScriptedUpstream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ClearanceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private final ScriptedUpstream scripted =
      ScriptedUpstream.start(exchange -> exchange.json(200, "{}"));
  private final Caller caller = new Caller();
  private final UpstreamRequest request =
      new UpstreamRequest("POST", "/chat", List.of(), PATIENCE, PATIENCE);

  @AfterEach
  void close() {
    caller.close();
    scripted.close();
  }

  @Test
  void isGoodForOneCall() {
    Clearance clearance = caller.gate().clearProbe(Caller.local(scripted.url("")), new byte[0]);

    caller.egress().send(clearance, request).close();

    assertThatThrownBy(() -> caller.egress().send(clearance, request))
        .isInstanceOf(NotClearedException.class)
        .hasMessageContaining("good for one call");
    assertThat(scripted.exchanges()).hasSize(1);
  }

  @Test
  void sendsTheBytesThatWereClearedWhateverTheCallerDoesToThemAfterwards() {
    byte[] json = "{\"text\":\"cleared\"}".getBytes(StandardCharsets.UTF_8);
    Clearance clearance = caller.gate().clearProbe(Caller.local(scripted.url("")), json);

    Arrays.fill(json, (byte) 'x');
    caller.egress().send(clearance, request).close();

    assertThat(scripted.exchanges().getFirst().bodyText()).isEqualTo("{\"text\":\"cleared\"}");
  }

  static Stream<Runnable> failures() {
    return Stream.of(
        () -> {
          throw new IllegalStateException("broken");
        },
        () -> {
          throw new StackOverflowError("too deep");
        },
        () -> {
          throw new OutOfMemoryError("none left");
        });
  }

  @ParameterizedTest
  @MethodSource("failures")
  void isNotGivenWhereTheSearchForWithheldValuesFails(Runnable failure) {
    WithheldValues withheld =
        new WithheldValues(Set.of(new WithheldValues.Value("ann@firm.test", false)), 1);
    Passage passage =
        caller
            .gate()
            .admit("request", Set.of(PrivacyClass.PERSONAL), PrivacyTreatment.REDACT, withheld);
    Destination cloud = Caller.cloud(scripted.url(""));
    byte[] clean = "{}".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> caller.gate().clear(passage, cloud, clean, unreadable(failure)))
        .isInstanceOf(NotClearedException.class)
        .hasMessageContaining("still in what was to go");
    assertThat(caller.gate().clear(passage, cloud, clean, List.of()).destination())
        .isEqualTo(cloud);
    assertThat(scripted.exchanges()).isEmpty();
  }

  /** One text at whose reading the search fails. */
  private static List<String> unreadable(Runnable failure) {
    return new AbstractList<>() {
      @Override
      public String get(int index) {
        failure.run();
        return "";
      }

      @Override
      public int size() {
        return 1;
      }
    };
  }
}
