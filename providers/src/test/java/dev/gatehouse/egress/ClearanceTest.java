package dev.gatehouse.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.scripted.ScriptedUpstream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
}
