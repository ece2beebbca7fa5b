package dev.gatehouse.classify.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.classify.privacy.RecentStrings.Place;
import dev.gatehouse.classify.privacy.text.Surroundings;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentStringsTest {

  private static final Place USER = new Place("user", Surroundings.NONE, ScanMode.WHOLE);

  private final RecentStrings recent = new RecentStrings();

  @Test
  void aStringThatComesAgainIsKnown() {
    Found found = found();
    recent.keep(USER, found);

    assertThat(recent.recall(USER)).containsSame(found);
  }

  @Test
  void theSameStringElsewhereOrReadOtherwiseIsNot() {
    recent.keep(USER, found());

    assertThat(recent.recall(new Place("user", Surroundings.of("role"), ScanMode.WHOLE))).isEmpty();
    assertThat(recent.recall(new Place("user", Surroundings.NONE, ScanMode.SEALED))).isEmpty();
    assertThat(recent.recall(new Place("users", Surroundings.NONE, ScanMode.WHOLE))).isEmpty();
  }

  @Test
  void ofManyStringsEachIsGivenWhatItHoldsItselfOrNothing() {
    List<Found> founds = IntStream.range(0, 2_000).mapToObj(i -> found()).toList();
    IntStream.range(0, 2_000).forEach(i -> recent.keep(numbered(i), founds.get(i)));

    for (int i = 0; i < 2_000; i++) {
      Found own = founds.get(i);
      assertThat(recent.recall(numbered(i)).orElse(own)).isSameAs(own);
    }
    assertThat(recent.recall(numbered(1_999))).isPresent();
  }

  private static Place numbered(int i) {
    return new Place("v" + i, Surroundings.NONE, ScanMode.WHOLE);
  }

  private static Found found() {
    return new Found(List.of(), List.of());
  }
}
