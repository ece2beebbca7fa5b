package dev.gatehouse.classify.privacy;

import dev.gatehouse.classify.privacy.text.Surroundings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Short strings of one document that were read a moment ago: its keys, and values like "user" that
 * stand in every message. One place for each hash, where the newer string replaces the older, so
 * that no choice of strings makes looking them up slow. Not for use by several threads.
 */
final class RecentStrings {

  /** A power of two: more than the different keys and words of a chat's frame. */
  private static final int PLACES = 256;

  private final @Nullable Place[] places = new @Nullable Place[PLACES];
  private final @Nullable Found[] founds = new @Nullable Found[PLACES];

  /** A string and all that its reading depends on. */
  record Place(String text, Surroundings surroundings, ScanMode mode) {}

  /** What a string holds, where it was among the last. */
  Optional<Found> recall(Place place) {
    int slot = slot(place);
    return place.equals(places[slot]) ? Optional.ofNullable(founds[slot]) : Optional.empty();
  }

  /** Keeps what a string holds; a long one is worth no place. */
  void keep(Place place, Found found) {
    if (place.text().length() < ScanMemory.MIN_LENGTH) {
      int slot = slot(place);
      places[slot] = place;
      founds[slot] = found;
    }
  }

  private static int slot(Place place) {
    int hash = place.hashCode();
    return (hash ^ (hash >>> 16)) & (PLACES - 1);
  }
}
