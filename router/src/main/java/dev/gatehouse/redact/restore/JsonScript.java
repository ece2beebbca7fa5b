package dev.gatehouse.redact.restore;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * JSON text that may part anywhere, in the middle of an escape too. In a string a value is escaped;
 * elsewhere in an object or array it is a number if it can be, else a string.
 */
final class JsonScript implements Script {
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][+-]?[0-9]+)?");

  private final StringBuilder said = new StringBuilder();
  private final StringBuilder spelt = new StringBuilder();
  private int[] starts = new int[64];
  private int read;
  private boolean inString;
  private int depth;

  @Override
  public void append(String piece) {
    spelt.append(piece);
    while (read < spelt.length()) {
      int length = StringLiteral.escapeLength(spelt, read);
      if (length == 0) {
        return;
      }
      if (said.length() == starts.length) {
        starts = Arrays.copyOf(starts, starts.length * 2);
      }
      starts[said.length()] = read;
      said.append(StringLiteral.meaning(spelt, read, length));
      read += length;
    }
  }

  @Override
  public CharSequence said() {
    return said;
  }

  @Override
  public void pass(int at, StringBuilder out) {
    int end = end(at);
    out.append(spelt, starts[at], end);
    if (end - starts[at] == 1) {
      follow(spelt.charAt(starts[at]));
    }
  }

  private int end(int at) {
    return at + 1 < said.length() ? starts[at + 1] : read;
  }

  private void follow(char each) {
    switch (each) {
      case '"' -> inString = !inString;
      case '{', '[' -> depth += inString ? 0 : 1;
      case '}', ']' -> depth -= inString ? 0 : 1;
      default -> {}
    }
  }

  @Override
  public void put(String value, StringBuilder out) {
    if (inString) {
      StringLiteral.escape(value, out);
    } else if (depth <= 0 || NUMBER.matcher(value).matches()) {
      out.append(value);
    } else {
      out.append('"');
      StringLiteral.escape(value, out);
      out.append('"');
    }
  }

  @Override
  public void drop(int count) {
    int from = count < said.length() ? starts[count] : read;
    for (int i = count; i < said.length(); i++) {
      starts[i - count] = starts[i] - from;
    }
    said.delete(0, count);
    spelt.delete(0, from);
    read -= from;
  }

  @Override
  public boolean holds() {
    return !spelt.isEmpty();
  }

  @Override
  public void rest(StringBuilder out) {
    out.append(spelt, read, spelt.length());
    spelt.setLength(read);
  }
}
