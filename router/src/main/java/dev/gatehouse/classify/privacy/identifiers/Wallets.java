package dev.gatehouse.classify.privacy.identifiers;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;

/** Check sums of cryptocurrency addresses. */
final class Wallets {

  private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final String BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final int[] GENERATOR = {
    0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
  };
  private static final int BECH32M = 0x2bc830a3;
  private static final int CHECKSUM = 4;

  private Wallets() {}

  /** Base58Check, as Bitcoin, Litecoin, Dogecoin, Dash, Zcash and Tron have it. */
  static boolean isBase58Check(String address) {
    for (int i = 0; i < address.length(); i++) {
      if (BASE58.indexOf(address.charAt(i)) < 0) {
        return false;
      }
    }
    BigInteger number = BigInteger.ZERO;
    for (int i = 0; i < address.length(); i++) {
      int digit = BASE58.indexOf(address.charAt(i));
      number = number.multiply(BigInteger.valueOf(58)).add(BigInteger.valueOf(digit));
    }
    byte[] bytes = bytes(number, address);
    if (bytes.length != 25 && bytes.length != 26) {
      return false;
    }
    byte[] payload = Arrays.copyOf(bytes, bytes.length - CHECKSUM);
    byte[] digest = sha256(sha256(payload));
    return Arrays.equals(digest, 0, CHECKSUM, bytes, bytes.length - CHECKSUM, bytes.length);
  }

  /** BIP 173 and BIP 350, lower case or upper. */
  static boolean isBech32(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    int separator = lower.lastIndexOf('1');
    int check = 1;
    for (int i = 0; i < separator; i++) {
      check = step(check, lower.charAt(i) >> 5);
    }
    check = step(check, 0);
    for (int i = 0; i < separator; i++) {
      check = step(check, lower.charAt(i) & 31);
    }
    for (int i = separator + 1; i < lower.length(); i++) {
      int value = BECH32.indexOf(lower.charAt(i));
      if (value < 0) {
        return false;
      }
      check = step(check, value);
    }
    return check == 1 || check == BECH32M;
  }

  private static int step(int check, int value) {
    int top = check >>> 25;
    int next = (check & 0x1ffffff) << 5 ^ value;
    for (int i = 0; i < GENERATOR.length; i++) {
      next ^= (top >>> i & 1) == 1 ? GENERATOR[i] : 0;
    }
    return next;
  }

  /** Leading ones are leading zero bytes. */
  private static byte[] bytes(BigInteger number, String address) {
    byte[] magnitude = number.toByteArray();
    int from = magnitude.length > 1 && magnitude[0] == 0 ? 1 : 0;
    int zeros = 0;
    while (zeros < address.length() && address.charAt(zeros) == '1') {
      zeros++;
    }
    byte[] bytes = new byte[zeros + magnitude.length - from];
    System.arraycopy(magnitude, from, bytes, zeros, magnitude.length - from);
    return bytes;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
