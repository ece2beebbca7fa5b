package dev.gatehouse.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CodePointOffsetsTest {
  private static final String SMILE = "\uD83D\uDE00";

  @Test
  void codePointBeyondTheFirstPlaneIsTwoUnitsLong() {
    CodePointOffsets offsets = new CodePointOffsets("a" + SMILE + "b" + SMILE);

    assertThat(offsets.unit(1)).contains(1);
    assertThat(offsets.unit(2)).contains(3);
    assertThat(offsets.unit(4)).contains(6);
  }

  @Test
  void earlierPlaceIsFoundAfterALaterOne() {
    CodePointOffsets offsets = new CodePointOffsets(SMILE + SMILE + "a");

    assertThat(offsets.unit(3)).contains(5);
    assertThat(offsets.unit(1)).contains(2);
    assertThat(offsets.unit(0)).contains(0);
  }

  @Test
  void placeOutsideOfTheTextIsNoneAndTheNextOneIsFoundAllTheSame() {
    CodePointOffsets offsets = new CodePointOffsets("a" + SMILE);

    assertThat(offsets.unit(1)).contains(1);
    assertThat(offsets.unit(3)).isEmpty();
    assertThat(offsets.unit(-1)).isEmpty();
    assertThat(offsets.unit(2)).contains(3);
  }
}
