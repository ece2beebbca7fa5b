package dev.gatehouse.provider.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThoughtSignatureTest {

  @Test
  void whatWasPackedComesOutAgain() {
    ThoughtSignature signature = new ThoughtSignature("96c1su3s", "Ep+/Iz==\u2028");

    assertThat(ThoughtSignature.of(signature.packed())).isEqualTo(signature);
  }

  @Test
  void anIdWithoutSignatureStaysAsItIs() {
    assertThat(new ThoughtSignature("call_1", "").packed()).isEqualTo("call_1");
    assertThat(ThoughtSignature.of("call_1")).isEqualTo(new ThoughtSignature("call_1", ""));
  }

  @Test
  void anIdThatSomeoneChangedLosesItsSignatureAndNoMore() {
    assertThat(ThoughtSignature.of("call_1__thought__%%%"))
        .isEqualTo(new ThoughtSignature("call_1__thought__%%%", ""));
  }
}
