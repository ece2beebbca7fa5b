package dev.gatehouse.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/**
 * Lines that are not blank, each with its number; of a line that is too long only the beginning.
 */
final class NumberedLines {

  /** A million tokens of text and its JSON fit well. */
  static final int MAX_CHARACTERS = 32 << 20;

  private final BufferedReader reader;
  private final int maxCharacters;
  private long number;

  NumberedLines(Reader reader) {
    this(reader, MAX_CHARACTERS);
  }

  NumberedLines(Reader reader, int maxCharacters) {
    this.reader = new BufferedReader(reader);
    this.maxCharacters = maxCharacters;
  }

  /**
   * One line.
   *
   * @param number from 1
   * @param cut whether the line was longer than allowed
   */
  record Line(long number, String text, boolean cut) {}

  /** The next line, or empty at the end. */
  Optional<Line> next() throws IOException {
    StringBuilder text = new StringBuilder();
    int c = reader.read();
    while (c >= 0) {
      number++;
      text.setLength(0);
      boolean cut = readLine(text, c);
      if (cut || !text.toString().isBlank()) {
        return Optional.of(new Line(number, text.toString(), cut));
      }
      c = reader.read();
    }
    return Optional.empty();
  }

  private boolean readLine(StringBuilder text, int first) throws IOException {
    boolean cut = false;
    for (int c = first; c >= 0 && c != '\n'; c = reader.read()) {
      if (text.length() < maxCharacters) {
        text.append((char) c);
      } else {
        cut = true;
      }
    }
    return cut;
  }
}
