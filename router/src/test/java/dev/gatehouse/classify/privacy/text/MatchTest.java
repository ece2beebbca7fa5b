package dev.gatehouse.classify.privacy.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MatchTest {

  @Test
  void whatWasNotReadStaysSoWhateverItOverlaps() {
    Match unread = new Match(Rule.unscannable("too-costly"), 2, 4);
    Match opaque = new Match(Rule.opaque("base64-data"), 0, 9);

    assertThat(opaque.joined(unread)).isEqualTo(new Match(unread.rule(), 0, 9));
    assertThat(unread.joined(opaque)).isEqualTo(new Match(unread.rule(), 0, 9));
  }
}
