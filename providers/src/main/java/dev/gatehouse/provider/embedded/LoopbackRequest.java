package dev.gatehouse.provider.embedded;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A request as it came.
 *
 * @param path without the query
 */
record LoopbackRequest(String method, String path, byte[] body) {
  private static final int LONGEST_LINE = 16_384;
  private static final int MOST_HEADERS = 200;
  private static final int LONGEST_BODY = 8 << 20;

  /**
   * The next request of a connection; empty at its end.
   *
   * @throws ApiException if it is not HTTP/1.1 as the gateway speaks it
   */
  static Optional<LoopbackRequest> read(InputStream in) throws IOException {
    Optional<String> start = line(in);
    if (start.isEmpty()) {
      return Optional.empty();
    }
    List<String> words = List.of(start.get().split(" ", -1));
    if (words.size() != 3) {
      throw ApiException.invalid("not an HTTP request", "");
    }
    String path = words.get(1).split("\\?", 2)[0];
    return Optional.of(new LoopbackRequest(words.getFirst(), path, body(in)));
  }

  private static byte[] body(InputStream in) throws IOException {
    int length = 0;
    for (int headers = 0; headers < MOST_HEADERS; headers++) {
      String line = line(in).orElseThrow(EOFException::new);
      if (line.isEmpty()) {
        return wholeBody(in, length);
      }
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("transfer-encoding:")) {
        throw ApiException.invalid("a body needs a Content-Length here", "");
      }
      if (lower.startsWith("content-length:")) {
        length = length(lower.substring("content-length:".length()).strip());
      }
    }
    throw ApiException.invalid("more than " + MOST_HEADERS + " headers", "");
  }

  private static int length(String text) {
    if (!text.matches("\\d{1,9}") || Integer.parseInt(text) > LONGEST_BODY) {
      throw ApiException.invalid("a body of at most " + LONGEST_BODY + " bytes is read", "");
    }
    return Integer.parseInt(text);
  }

  private static byte[] wholeBody(InputStream in, int length) throws IOException {
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException();
    }
    return body;
  }

  private static Optional<String> line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0 && line.size() == 0) {
        return Optional.empty();
      }
      if (b < 0 || line.size() > LONGEST_LINE) {
        throw new EOFException();
      }
      if (b != '\r') {
        line.write(b);
      }
    }
    return Optional.of(line.toString(StandardCharsets.ISO_8859_1));
  }
}
