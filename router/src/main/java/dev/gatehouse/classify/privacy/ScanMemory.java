package dev.gatehouse.classify.privacy;

import java.security.GeneralSecurityException;
import java.util.concurrent.ConcurrentMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What strings of earlier requests were found to hold, so that a conversation's next turn costs
 * what is new in it. Remembers kinds and places of values under a keyed digest of the string and
 * its surroundings (HMAC-SHA256, RFC 2104, 128 bits of it), never text. Belongs to one classifier:
 * another dictionary or other rules have another memory. Safe for use by any thread, as its map is.
 */
public final class ScanMemory {

  private static final String ALGORITHM = "HmacSHA256";

  /** Units of the shortest string that is cheaper to look up than to read again. */
  static final int MIN_LENGTH = 128;

  private static final int MIN_KEY_BYTES = 16;

  private final SecretKeySpec key;
  private final ConcurrentMap<Digest, Remembered> strings;

  /**
   * A digest under the memory's key; without the key it tells nothing of the string.
   *
   * @param first its first 64 bits
   * @param second the next 64
   */
  public record Digest(long first, long second) {}

  /** What is remembered of one string: kinds and places of values, and no text. */
  public static final class Remembered {
    private final Found found;

    Remembered(Found found) {
      this.found = found;
    }

    Found found() {
      return found;
    }

    /** How much room it takes: 1 and one for each value. */
    public int weight() {
      return 1 + found.matches().size();
    }
  }

  /**
   * A memory.
   *
   * @param key random, of 16 bytes or more, and of this process alone: whoever knows it can make
   *     two strings of one digest no easier, but can tell which string a digest is of
   * @param strings bounded by whoever made it; other memories may have it too, under other keys
   */
  public ScanMemory(byte[] key, ConcurrentMap<Digest, Remembered> strings) {
    if (key.length < MIN_KEY_BYTES) {
      throw new IllegalArgumentException("key: expected 16 bytes or more, got " + key.length);
    }
    this.key = new SecretKeySpec(key, ALGORITHM);
    this.strings = strings;
  }

  /** What it knows of the strings of one document, asked by one thread. */
  RememberedStrings forDocument() {
    return new RememberedStrings(mac(), strings);
  }

  private Mac mac() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
