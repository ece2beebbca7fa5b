package dev.gatehouse.http;

import dev.gatehouse.config.KeyConfig;
import dev.gatehouse.config.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Who may call: client keys, compared in constant time, all of them at every call. */
final class Callers {
  private final List<KeyConfig> keys;
  private final Optional<Secret> adminKey;

  Callers(List<KeyConfig> keys, Optional<Secret> adminKey) {
    this.keys = List.copyOf(keys);
    this.adminKey = adminKey;
  }

  /** Whether clients need a key at all. */
  boolean keysNeeded() {
    return !keys.isEmpty();
  }

  /** Whether there is an admin key. */
  boolean hasAdminKey() {
    return adminKey.isPresent();
  }

  /** The client key that this is. */
  Optional<KeyConfig> client(String presented) {
    String digest = sha256(presented);
    Optional<KeyConfig> found = Optional.empty();
    for (KeyConfig key : keys) {
      if (matches(key, presented, digest)) {
        found = Optional.of(key);
      }
    }
    return found;
  }

  /** Whether this is the admin key. */
  boolean isAdmin(String presented) {
    return adminKey.filter(key -> key.matches(presented)).isPresent();
  }

  private static boolean matches(KeyConfig key, String presented, String digest) {
    boolean plain = key.key().map(secret -> secret.matches(presented)).orElse(false);
    boolean hashed =
        key.sha256().map(hash -> MessageDigest.isEqual(ascii(hash), ascii(digest))).orElse(false);
    return plain || hashed;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
