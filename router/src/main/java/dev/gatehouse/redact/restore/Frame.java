package dev.gatehouse.redact.restore;

import java.util.Arrays;

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
    byte[] joined = new byte[event.length];
    int length = 0;
    int from = event.length;
    int dataEnd = 0;
    for (int line = 0; line < event.length; line = lineEnd(event, line)) {
      int end = lineEnd(event, line);
      int start = startsWith(event, line) ? skipSpace(event, line + DATA.length) : line;
      if (start > line && from < event.length) {
        int added = contentEnd(event, start, end) - start;
        System.arraycopy(joined, dataEnd, joined, dataEnd + added, length - dataEnd);
        System.arraycopy(event, start, joined, dataEnd, added);
        dataEnd += added;
        length += added;
      } else {
        System.arraycopy(event, line, joined, length, end - line);
        if (start > line) {
          from = length + start - line;
          dataEnd = length + contentEnd(event, start, end) - line;
        }
        length += end - line;
      }
    }
    return new Frame(length == event.length ? event : Arrays.copyOf(joined, length), from);
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
