package dev.gatehouse.classify.privacy.text;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Takes gzip (RFC 1952) and zlib (RFC 1950) off, within bounds. */
final class Inflation {

  /** The most that may come out of one stream. */
  static final int MAX_BYTES = 8 << 20;

  /** More than this for one byte is no text, but a way to cost time. */
  private static final int MAX_RATIO = 200;

  private static final int SMALL = 64 << 10;
  private static final int GZIP_HEADER = 10;
  private static final byte[] NOTHING = {};

  private Inflation() {}

  /** Whether bytes begin as compressed ones do. */
  static boolean isCompressed(byte[] bytes) {
    return isGzip(bytes) || isZlib(bytes);
  }

  private static boolean isGzip(byte[] bytes) {
    return bytes.length > GZIP_HEADER
        && (bytes[0] & 0xFF) == 0x1F
        && (bytes[1] & 0xFF) == 0x8B
        && bytes[2] == 8;
  }

  private static boolean isZlib(byte[] bytes) {
    return bytes.length > 2
        && (bytes[0] & 0xFF) == 0x78
        && ((bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF)) % 31 == 0;
  }

  /**
   * What comes out.
   *
   * @param bytes empty where nothing can be taken out
   * @param whole whether all of it came out within the bounds
   */
  record Inflated(byte[] bytes, boolean whole) {}

  /** Inflates what {@link #isCompressed} knows. */
  static Inflated inflate(byte[] bytes, int most) {
    boolean gzip = isGzip(bytes);
    int start = gzip ? afterGzipHeader(bytes) : 0;
    if (start >= bytes.length) {
      return new Inflated(NOTHING, true);
    }
    try (Inflater inflater = new Inflater(gzip)) {
      inflater.setInput(bytes, start, bytes.length - start);
      return inflate(inflater, (int) Math.min(most, SMALL + (long) bytes.length * MAX_RATIO));
    } catch (DataFormatException _) {
      return new Inflated(NOTHING, true);
    }
  }

  private static Inflated inflate(Inflater inflater, int most) throws DataFormatException {
    byte[] out = new byte[1024];
    int length = 0;
    while (!inflater.finished() && !inflater.needsDictionary()) {
      if (length == out.length) {
        out = Arrays.copyOf(out, length * 2);
      }
      int more = inflater.inflate(out, length, out.length - length);
      length += more;
      if (length > most) {
        return new Inflated(NOTHING, false);
      }
      if (more == 0 && inflater.needsInput()) {
        break;
      }
    }
    return new Inflated(Arrays.copyOf(out, length), true);
  }

  /** Past the optional fields of the header, as its flags tell. */
  private static int afterGzipHeader(byte[] bytes) {
    int flags = bytes[3];
    int at = GZIP_HEADER;
    if ((flags & 4) != 0 && at + 2 <= bytes.length) {
      at += 2 + (bytes[at] & 0xFF) + ((bytes[at + 1] & 0xFF) << 8);
    }
    at = (flags & 8) != 0 ? afterZero(bytes, at) : at;
    at = (flags & 16) != 0 ? afterZero(bytes, at) : at;
    return (flags & 2) != 0 ? at + 2 : at;
  }

  private static int afterZero(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != 0) {
      at++;
    }
    return at + 1;
  }
}
