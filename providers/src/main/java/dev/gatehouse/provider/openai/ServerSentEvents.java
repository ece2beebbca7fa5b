package dev.gatehouse.provider.openai;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts a byte stream into server-sent events (WHATWG HTML, section 9.2) without touching a byte: an
 * event is everything up to and including its blank line. Lines end in LF or CRLF and in nothing
 * else, so U+2028 is text, and a character split over two reads is never decoded in halves.
 */
final class ServerSentEvents {
  private static final int MAX_EVENT_BYTES = 16 * 1024 * 1024;
  private static final int READ_BYTES = 8 * 1024;

  private final InputStream in;
  private final byte[] read = new byte[READ_BYTES];
  private byte[] pending = new byte[READ_BYTES];
  private int length;
  private int scanned;

  ServerSentEvents(InputStream in) {
    this.in = in;
  }

  /**
   * The next event as it stands in the stream; empty at the end of the stream. Bytes after the last
   * blank line come as one last event.
   *
   * @throws IOException if the connection breaks or an event exceeds 16 MiB
   */
  Optional<byte[]> next() throws IOException {
    while (true) {
      int end = endOfEvent();
      if (end > 0) {
        return Optional.of(take(end));
      }
      int count = in.read(read);
      if (count < 0) {
        return length == 0 ? Optional.empty() : Optional.of(take(length));
      }
      append(count);
    }
  }

  private int endOfEvent() {
    for (int i = Math.max(1, scanned); i < length; i++) {
      if (pending[i] == '\n'
          && (pending[i - 1] == '\n'
              || (i > 1 && pending[i - 1] == '\r' && pending[i - 2] == '\n'))) {
        return i + 1;
      }
    }
    scanned = Math.max(1, length);
    return -1;
  }

  private void append(int count) throws IOException {
    if (length + count > MAX_EVENT_BYTES) {
      throw new IOException("an event is larger than 16 MiB");
    }
    if (length + count > pending.length) {
      pending = Arrays.copyOf(pending, Math.max(pending.length * 2, length + count));
    }
    System.arraycopy(read, 0, pending, length, count);
    length += count;
  }

  private byte[] take(int end) {
    byte[] event = Arrays.copyOf(pending, end);
    System.arraycopy(pending, end, pending, 0, length - end);
    length -= end;
    scanned = 0;
    return event;
  }

  /**
   * The {@code data} of an event: its data lines joined by LF; empty where it has none (a comment,
   * say).
   */
  static byte[] data(byte[] event) {
    ByteArrayOutputStream data = new ByteArrayOutputStream(event.length);
    boolean first = true;
    for (int start = 0; start < event.length; ) {
      int end = start;
      while (end < event.length && event[end] != '\n') {
        end++;
      }
      int valueStart = dataStart(event, start, end);
      if (valueStart >= 0) {
        if (!first) {
          data.write('\n');
        }
        first = false;
        data.write(event, valueStart, trimmed(event, valueStart, end) - valueStart);
      }
      start = end + 1;
    }
    return data.toByteArray();
  }

  private static int dataStart(byte[] event, int start, int end) {
    if (end - start < 5
        || event[start] != 'd'
        || event[start + 1] != 'a'
        || event[start + 2] != 't'
        || event[start + 3] != 'a'
        || event[start + 4] != ':') {
      return -1;
    }
    return start + 5 < end && event[start + 5] == ' ' ? start + 6 : start + 5;
  }

  private static int trimmed(byte[] event, int start, int end) {
    return end > start && event[end - 1] == '\r' ? end - 1 : end;
  }
}
