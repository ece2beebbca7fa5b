package dev.gatehouse.classify.privacy;

import dev.gatehouse.classify.privacy.RecentStrings.Place;
import dev.gatehouse.classify.privacy.ScanMemory.Digest;
import dev.gatehouse.classify.privacy.ScanMemory.Remembered;
import dev.gatehouse.classify.privacy.text.Surroundings;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import javax.crypto.Mac;

/**
 * What a {@link ScanMemory} knows of the strings of one document. The turns of a conversation stand
 * all under the same keys, so these are digested once. Not for use by several threads.
 */
final class RememberedStrings {

  private static final byte OF_PLACE = 0;
  private static final byte OF_TEXT = 1;

  private final Mac mac;
  private final ConcurrentMap<Digest, Remembered> strings;
  private ScanMode mode = ScanMode.WHOLE;
  private Surroundings surroundings = Surroundings.NONE;
  private byte[] placeDigest;

  /**
   * Of one document.
   *
   * @param mac used by nothing else
   */
  RememberedStrings(Mac mac, ConcurrentMap<Digest, Remembered> strings) {
    this.mac = mac;
    this.strings = strings;
    this.placeDigest = placeDigest();
  }

  /** What a string holds: as it was found before, or else as it is read now and kept. */
  Found get(Place place, Function<Place, Found> read) {
    Digest digest = digest(place);
    Remembered known = strings.get(digest);
    if (known != null) {
      return known.found();
    }
    Found found = read.apply(place);
    if (found.unread().isEmpty()) { // what was not wholly read may be another time
      strings.put(digest, new Remembered(found));
    }
    return found;
  }

  private Digest digest(Place place) {
    if (place.mode() != mode || !place.surroundings().equals(surroundings)) {
      mode = place.mode();
      surroundings = place.surroundings();
      placeDigest = placeDigest();
    }
    mac.update(OF_TEXT);
    mac.update(placeDigest);
    update(place.text());
    ByteBuffer digest = ByteBuffer.wrap(mac.doFinal());
    return new Digest(digest.getLong(), digest.getLong());
  }

  private byte[] placeDigest() {
    mac.update(OF_PLACE);
    update(mode.name());
    update(surroundings.key());
    surroundings.siblings().forEach(this::update);
    return mac.doFinal();
  }

  private void update(String text) {
    Units units = Units.of(text);
    mac.update(units.width);
    mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(units.bytes.length).flip());
    mac.update(units.bytes);
  }

  /**
   * Every UTF-16 unit as it is, since a charset would make one of different broken surrogates.
   *
   * @param width bytes of a unit: 1 where all are Latin-1, else 2
   */
  private record Units(byte width, byte[] bytes) {

    static Units of(String text) {
      byte[] latin = text.getBytes(StandardCharsets.ISO_8859_1);
      if (text.equals(new String(latin, StandardCharsets.ISO_8859_1))) {
        return new Units((byte) 1, latin);
      }
      ByteBuffer wide = ByteBuffer.allocate(text.length() * Character.BYTES);
      wide.asCharBuffer().put(text);
      return new Units((byte) Character.BYTES, wide.array());
    }
  }
}
