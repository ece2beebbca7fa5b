package dev.gatehouse.provider.relay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts a byte stream into events without touching a byte: a server-sent event (WHATWG HTML, section
 * 9.2) is everything up to and including its blank line, a JSON line everything up to and including
 * its line feed. Lines end in LF or CRLF and in nothing else, so U+2028 is text, and a character
 * split over two reads is never decoded in halves.
 */
final class RawEvents {
  private static final int MAX_EVENT_BYTES = 16 * 1024 * 1024;
  private static final int READ_BYTES = 8 * 1024;

  private final InputStream in;
  private final Framing framing;
  private final byte[] read = new byte[READ_BYTES];
  private byte[] pending = new byte[READ_BYTES];
  private int length;
  private int scanned;

  RawEvents(InputStream in, Framing framing) {
    this.in = in;
    this.framing = framing;
  }

  /**
   * The next event as it stands in the stream; empty at the end of the stream. Bytes after the end
   * of the last whole event come as one more.
   *
   * @throws IOException if the connection breaks or an event exceeds 16 MiB
   */
  Optional<RawEvent> next() throws IOException {
    while (true) {
      int end = endOfEvent();
      if (end > 0) {
        return Optional.of(event(take(end)));
      }
      int count = in.read(read);
      if (count < 0) {
        return length == 0 ? Optional.empty() : Optional.of(event(take(length)));
      }
      append(count);
    }
  }

  private RawEvent event(byte[] bytes) {
    return switch (framing) {
      case SERVER_SENT_EVENTS -> new RawEvent(bytes, data(bytes));
      case JSON_LINES -> new RawEvent(bytes, line(bytes));
    };
  }

  private static byte[] line(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
      end--;
    }
    return end == bytes.length ? bytes : Arrays.copyOf(bytes, end);
  }

  private int endOfEvent() {
    int first = framing == Framing.JSON_LINES ? 0 : 1;
    for (int i = Math.max(first, scanned); i < length; i++) {
      if (pending[i] == '\n' && endsEvent(i)) {
        return i + 1;
      }
    }
    scanned = Math.max(first, length);
    return -1;
  }

  private boolean endsEvent(int lineFeed) {
    return switch (framing) {
      case JSON_LINES -> true;
      case SERVER_SENT_EVENTS ->
          pending[lineFeed - 1] == '\n'
              || (lineFeed > 1 && pending[lineFeed - 1] == '\r' && pending[lineFeed - 2] == '\n');
    };
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
  private static byte[] data(byte[] event) {
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
