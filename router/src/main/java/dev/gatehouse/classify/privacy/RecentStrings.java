package dev.gatehouse.classify.privacy;

import dev.gatehouse.classify.privacy.text.Surroundings;
import java.util.function.Function;
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

  /** What a string holds, which is read unless it was among the last. */
  Found get(Place place, Function<Place, Found> read) {
    int hash = place.hashCode();
    int slot = (hash ^ (hash >>> 16)) & (PLACES - 1);
    Found known = founds[slot];
    if (known != null && place.equals(places[slot])) {
      return known;
    }
    Found found = read.apply(place);
    places[slot] = place;
    founds[slot] = found;
    return found;
  }
}
