package dev.gatehouse.pipeline;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.gatehouse.config.PrivacyClass;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the judge said of turns, by keyed digest (HMAC-SHA256, 128 bits of it) and apart for each
 * client key; no text is kept. Bounded; forgets the longest unused first, and all with the process.
 * Safe for use by any thread.
 */
final class JudgedTurns {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int MOST_REMEMBERED = 50_000;

  private final SecretKeySpec key = key();
  private final Cache<Digest, PrivacyClass> verdicts =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).executor(Runnable::run).build();

  private record Digest(long high, long low) {}

  Optional<PrivacyClass> recall(String keyName, String turn) {
    return Optional.ofNullable(verdicts.getIfPresent(digest(keyName, turn)));
  }

  void keep(String keyName, String turn, PrivacyClass verdict) {
    verdicts.put(digest(keyName, turn), verdict);
  }

  private Digest digest(String keyName, String turn) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] name = keyName.getBytes(StandardCharsets.UTF_8);
      mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(name.length).flip());
      mac.update(name);
      mac.update(turn.getBytes(StandardCharsets.UTF_16BE));
      ByteBuffer digest = ByteBuffer.wrap(mac.doFinal());
      return new Digest(digest.getLong(), digest.getLong());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  private static SecretKeySpec key() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    return new SecretKeySpec(random, ALGORITHM);
  }
}
