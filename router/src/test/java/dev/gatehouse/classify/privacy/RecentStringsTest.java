package dev.gatehouse.classify.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.classify.privacy.RecentStrings.Place;
import dev.gatehouse.classify.privacy.text.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentStringsTest {

  private final RecentStrings recent = new RecentStrings();
  private final List<Place> read = new ArrayList<>();

  @Test
  void aStringThatComesAgainIsReadOnce() {
    ask("user", Surroundings.NONE, ScanMode.WHOLE);
    ask("user", Surroundings.NONE, ScanMode.WHOLE);

    assertThat(read).hasSize(1);
  }

  @Test
  void theSameStringElsewhereOrReadOtherwiseIsReadAgain() {
    ask("48213", Surroundings.NONE, ScanMode.WHOLE);
    ask("48213", Surroundings.of("account"), ScanMode.WHOLE);
    ask("48213", Surroundings.of("account"), ScanMode.SEALED);
    ask("48213", new Surroundings("account", List.of("iban")), ScanMode.WHOLE);

    assertThat(read).hasSize(4).doesNotHaveDuplicates();
  }

  @Test
  void eachOfManyStringsIsGivenWhatItHoldsItself() {
    List<Found> first =
        IntStream.range(0, 2_000)
            .mapToObj(i -> ask("v" + i, Surroundings.NONE, ScanMode.WHOLE))
            .toList();

    assertThat(read).hasSize(2_000);
    assertThat(ask("v1999", Surroundings.NONE, ScanMode.WHOLE)).isSameAs(first.getLast());
    assertThat(ask("v0", Surroundings.NONE, ScanMode.WHOLE)).isNotSameAs(first.getLast());
  }

  private Found ask(String text, Surroundings surroundings, ScanMode mode) {
    return recent.get(
        new Place(text, surroundings, mode),
        place -> {
          read.add(place);
          return new Found(List.of(), List.of());
        });
  }
}
