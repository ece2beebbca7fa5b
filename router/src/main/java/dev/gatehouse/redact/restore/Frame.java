package dev.gatehouse.redact.restore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One event of a stream as it came, or a whole answer, and where its JSON begins.
 *
 * @param bytes with the JSON in one piece
 * @param from where the JSON begins; behind the end where there is none
 */
record Frame(byte[] bytes, int from) {
  private static final byte[] DATA = {'d', 'a', 't', 'a', ':'};

  /** A JSON line, or a whole answer. */
  static Frame document(byte[] bytes) {
    return new Frame(bytes, skipSpace(bytes, 0));
  }

  /**
   * A server-sent event (WHATWG HTML, section 9.2). Data lines after the first are joined to it: a
   * line feed between them can only be white space of the JSON.
   */
  static Frame serverSentEvent(byte[] event) {
    List<DataLine> lines = dataLines(event);
    if (lines.isEmpty()) {
      return ofNumbers(event);
    }
    return new Frame(lines.size() == 1 ? event : joined(event, lines), lines.getFirst().from);
  }

  /** A data line, and where its value stands. */
  private record DataLine(int start, int from, int to, int end) {}

  private static List<DataLine> dataLines(byte[] event) {
    List<DataLine> lines = new ArrayList<>();
    for (int start = 0, end; start < event.length; start = end) {
      end = lineEnd(event, start);
      if (startsWith(event, start)) {
        int from = Math.min(skipSpace(event, start + DATA.length), end);
        lines.add(new DataLine(start, from, contentEnd(event, from, end), end));
      }
    }
    return lines;
  }

  private static byte[] joined(byte[] event, List<DataLine> lines) {
    List<DataLine> later = lines.subList(1, lines.size());
    byte[] joined = new byte[event.length];
    int at = lines.getFirst().to;
    int length = copy(event, 0, at, joined, 0);
    for (DataLine line : later) {
      length = copy(event, line.from, line.to, joined, length);
    }
    for (DataLine line : later) {
      length = copy(event, at, line.start, joined, length);
      at = line.end;
    }
    return Arrays.copyOf(joined, copy(event, at, event.length, joined, length));
  }

  private static int copy(byte[] source, int from, int to, byte[] target, int length) {
    System.arraycopy(source, from, target, length, to - from);
    return length + to - from;
  }

  /** An answer in which there is nothing to read. */
  static Frame ofNumbers(byte[] bytes) {
    return new Frame(bytes, bytes.length);
  }

  /** Whether it carries a JSON object; a comment or an end mark does not. */
  boolean hasObject() {
    return from < bytes.length && bytes[from] == '{';
  }

  PlacedJson json() {
    return PlacedJson.read(bytes, from);
  }

  private static boolean startsWith(byte[] event, int at) {
    return at + DATA.length <= event.length
        && Arrays.equals(event, at, at + DATA.length, DATA, 0, DATA.length);
  }

  private static int lineEnd(byte[] event, int from) {
    int end = from;
    while (end < event.length && event[end] != '\n') {
      end++;
    }
    return Math.min(end + 1, event.length);
  }

  /** Where a line's content ends. */
  private static int contentEnd(byte[] event, int start, int end) {
    int last = end;
    while (last > start && (event[last - 1] == '\n' || event[last - 1] == '\r')) {
      last--;
    }
    return last;
  }

  private static int skipSpace(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\t')) {
      at++;
    }
    return at;
  }
}
