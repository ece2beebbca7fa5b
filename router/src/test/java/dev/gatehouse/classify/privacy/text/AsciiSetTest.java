package dev.gatehouse.classify.privacy.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class AsciiSetTest {

  @Test
  void eachCharacterIsOneBit() {
    assertThat(AsciiSet.of("\0?")).isEqualTo(new AsciiSet(1L | 1L << 63, 0));
    assertThat(AsciiSet.of("@\u007f")).isEqualTo(new AsciiSet(0, 1L | 1L << 63));
    assertThat(AsciiSet.of("")).isEqualTo(new AsciiSet(0, 0));
  }

  @Test
  void orderAndRepetitionsMakeNoDifference() {
    assertThat(AsciiSet.of("1@a1")).isEqualTo(AsciiSet.of("a1@"));
  }

  @Test
  void whatIsNotAsciiIsRefused() {
    assertThatThrownBy(() -> AsciiSet.of("a\u0080"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected ASCII");
  }
}
