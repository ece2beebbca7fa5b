package dev.gatehouse.provider.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class StopTextsTest {

  @Test
  void holdsBackWhatCouldBecomeAStopAndReleasesItWhenItDoesNot() {
    StopTexts stops = new StopTexts(List.of("END", "\n\n"));

    assertThat(stops.take("one E")).isEqualTo("one ");
    assertThat(stops.take("N")).isEmpty();
    assertThat(stops.take("ough\n")).isEqualTo("ENough");
    assertThat(stops.rest()).isEqualTo("\n");
    assertThat(stops.matched()).isFalse();
  }

  @Test
  void stopOverSeveralPiecesEndsTheAnswerBeforeIt() {
    StopTexts stops = new StopTexts(List.of("END"));

    String shown = stops.take("a E") + stops.take("N") + stops.take("D and more");

    assertThat(shown).isEqualTo("a ");
    assertThat(stops.matched()).isTrue();
    assertThat(stops.rest()).isEmpty();
  }

  @Test
  void withoutStopsEverythingPasses() {
    StopTexts stops = new StopTexts(List.of());

    assertThat(stops.take("anything")).isEqualTo("anything");
  }
}
