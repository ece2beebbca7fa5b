package dev.gatehouse.redact;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that tokens are made with. Who has it can tell which value a token stands for, by
 * trying; who has it not can neither do that nor make a token that is restored.
 */
public final class PseudonymKey {

  /** How long the secret is. */
  public static final int BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec secret;

  /**
   * @param secret {@value #BYTES} random bytes
   */
  public PseudonymKey(byte[] secret) {
    if (secret.length != BYTES) {
      throw new IllegalArgumentException("expected " + BYTES + " bytes, got " + secret.length);
    }
    this.secret = new SecretKeySpec(secret, ALGORITHM);
  }

  /**
   * HMAC-SHA256 over the parts, each with its length, so that no two lists of parts are one text.
   */
  byte[] digest(String... parts) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      for (String part : parts) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        mac.update(bytes);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) { // every Java has HmacSHA256
      throw new IllegalStateException(ALGORITHM + " is missing", e);
    }
  }
}
