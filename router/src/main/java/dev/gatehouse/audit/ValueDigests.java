package dev.gatehouse.audit;

import dev.gatehouse.classify.FindingType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Digests that tell whether two requests held the same value, and nothing of the value to anyone
 * who has not the key. Safe for use by any thread.
 */
public final class ValueDigests {
  private static final int BYTES = 16;

  private final KeyedHash hash;

  ValueDigests(byte[] key) {
    this.hash = new KeyedHash(key);
  }

  /** Of a value: 32 hex digits. */
  public String of(FindingType type, String value) {
    return shortened(hash.of("value", type.name(), value));
  }

  /** Of the bytes that left: 32 hex digits. */
  public String of(byte[] payload) {
    return shortened(hash.of("payload", HexFormat.of().formatHex(sha256(payload))));
  }

  private static String shortened(byte[] digest) {
    return HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
