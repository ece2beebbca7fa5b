package dev.gatehouse.provider.langchain;

import dev.gatehouse.provider.relay.Framing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts an answer into events. Lines end in LF or CRLF and in nothing else, so U+2028 is text, and a
 * character that is split over two reads is never decoded in halves.
 */
final class Frames {
  private static final int MAX_LINE_BYTES = 64 * 1024 * 1024;
  private static final int READ_BYTES = 8 * 1024;

  private final InputStream in;
  private final Framing framing;
  private final byte[] read = new byte[READ_BYTES];
  private int position;
  private int limit;

  Frames(InputStream in, Framing framing) {
    this.in = in;
    this.framing = framing;
  }

  /**
   * The next event; empty at the end of the answer.
   *
   * @throws IOException if the connection breaks or a line exceeds 64 MiB
   */
  Optional<Frame> next() throws IOException {
    return switch (framing) {
      case JSON_LINES -> nextLine();
      case SERVER_SENT_EVENTS -> nextServerSentEvent();
    };
  }

  private Optional<Frame> nextLine() throws IOException {
    for (Optional<byte[]> line = line(); line.isPresent(); line = line()) {
      if (line.get().length > 0) {
        return Optional.of(new Frame("", line.get()));
      }
    }
    return Optional.empty();
  }

  private Optional<Frame> nextServerSentEvent() throws IOException {
    String name = "";
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    for (Optional<byte[]> line = line(); line.isPresent(); line = line()) {
      byte[] bytes = line.get();
      if (bytes.length == 0 && data.size() > 0) {
        return Optional.of(new Frame(name, data.toByteArray()));
      }
      if (startsWith(bytes, "event:")) {
        name = new String(bytes, 6, bytes.length - 6, StandardCharsets.UTF_8).strip();
      } else if (startsWith(bytes, "data:")) {
        append(data, bytes);
      }
    }
    return data.size() > 0 ? Optional.of(new Frame(name, data.toByteArray())) : Optional.empty();
  }

  private static void append(ByteArrayOutputStream data, byte[] line) {
    if (data.size() > 0) {
      data.write('\n');
    }
    data.write(line, 5, line.length - 5);
  }

  private static boolean startsWith(byte[] line, String field) {
    if (line.length < field.length()) {
      return false;
    }
    for (int i = 0; i < field.length(); i++) {
      if (line[i] != field.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private Optional<byte[]> line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (fill()) {
      int end = position;
      while (end < limit && read[end] != '\n') {
        end++;
      }
      line.write(read, position, end - position);
      position = Math.min(limit, end + 1);
      if (end < limit) {
        return Optional.of(withoutCarriageReturn(line.toByteArray()));
      }
      if (line.size() > MAX_LINE_BYTES) {
        throw new IOException("a line is longer than 64 MiB");
      }
    }
    return line.size() > 0 ? Optional.of(line.toByteArray()) : Optional.empty();
  }

  private boolean fill() throws IOException {
    if (position < limit) {
      return true;
    }
    position = 0;
    limit = Math.max(0, in.read(read));
    return limit > 0;
  }

  private static byte[] withoutCarriageReturn(byte[] line) {
    return line.length > 0 && line[line.length - 1] == '\r'
        ? Arrays.copyOf(line, line.length - 1)
        : line;
  }
}
