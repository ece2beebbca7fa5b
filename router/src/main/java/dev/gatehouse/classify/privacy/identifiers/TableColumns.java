package dev.gatehouse.classify.privacy.identifiers;

import java.util.Arrays;

/**
 * Tables in a text (Markdown, CSV, tab-separated): what the heads of their columns say. A head is a
 * line with a label, a delimiter and no digits; its rows are the lines after it that have the
 * delimiter as well.
 */
final class TableColumns {

  /** A longer line is no row; so looking for a value's column takes bounded time. */
  private static final int LONGEST_ROW = 600;

  private static final int MOST_COLUMNS = 40;
  private static final int LONGEST_HEAD = 30;
  private static final String DELIMITERS = "|\t;,";

  private final String text;
  private int count;
  private int[] starts = new int[4];
  private int[] ends = new int[4];
  private char[] delimiters = new char[4];
  private long[][] heads = new long[4][];

  private TableColumns(String text) {
    this.text = text;
  }

  static TableColumns of(String text, Labels labels) {
    TableColumns columns = new TableColumns(text);
    int label = 0;
    int line = 0;
    while (label < labels.count()) {
      line = Math.max(line, text.lastIndexOf('\n', labels.start(label)) + 1);
      int end = lineEnd(text, line);
      int next = end < text.length() ? columns.readTable(labels, label, line, end) : end;
      line = next;
      while (label < labels.count() && labels.start(label) < next) {
        label++;
      }
    }
    return columns;
  }

  /** What the head says of the column that an offset stands in; 0 outside of tables. */
  long topics(int offset) {
    int table = Arrays.binarySearch(starts, 0, count, offset);
    table = table < 0 ? -table - 2 : table;
    if (table < 0 || ends[table] <= offset) {
      return 0;
    }
    int column = 0;
    int at = offset;
    while (at > 0 && text.charAt(at - 1) != '\n') {
      at--;
      column += text.charAt(at) == delimiters[table] ? 1 : 0;
      if (offset - at > LONGEST_ROW) {
        return 0;
      }
    }
    return column < heads[table].length ? heads[table][column] : 0;
  }

  /** Shows the visitor every cell whose head says something. */
  void forEach(CellVisitor visitor) {
    for (int table = 0; table < count; table++) {
      int column = 0;
      int cell = starts[table];
      for (int i = cell; i < ends[table]; i++) {
        char c = text.charAt(i);
        if (c == delimiters[table] || c == '\n') {
          long topics = column < heads[table].length ? heads[table][column] : 0;
          if (topics != 0) {
            visitor.cell(topics, cell, i);
          }
          column = c == '\n' ? 0 : column + 1;
          cell = i + 1;
        }
      }
      if (column < heads[table].length && heads[table][column] != 0) {
        visitor.cell(heads[table][column], cell, ends[table]);
      }
    }
  }

  /** A cell of a table. */
  interface CellVisitor {
    void cell(long topics, int start, int end);
  }

  /** Reads a table whose head may be the line; where reading goes on. */
  private int readTable(Labels labels, int label, int line, int end) {
    char delimiter = delimiter(line, end);
    if (delimiter == 0) {
      return end + 1;
    }
    int ofHead = occurrences(line, delimiter);
    int rowsEnd = end;
    while (rowsEnd < text.length() && isRow(rowsEnd + 1, delimiter, ofHead)) {
      rowsEnd = lineEnd(text, rowsEnd + 1);
    }
    if (rowsEnd > end) {
      add(end + 1, rowsEnd, delimiter, head(labels, label, line, end, delimiter));
    }
    return rowsEnd + 1;
  }

  private long[] head(Labels labels, int first, int line, int end, char delimiter) {
    long[] topics = new long[MOST_COLUMNS];
    int column = 0;
    int label = first;
    for (int i = line; i < end && column < MOST_COLUMNS; i++) {
      column += text.charAt(i) == delimiter ? 1 : 0;
      while (label < labels.count() && labels.start(label) <= i && column < MOST_COLUMNS) {
        topics[column] |= labels.topics(label++);
      }
    }
    return topics;
  }

  /** The delimiter of a head, or 0 where the line is none. */
  private char delimiter(int line, int end) {
    if (end - line > LONGEST_ROW) {
      return 0;
    }
    for (int i = line; i < end; i++) {
      if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        return 0;
      }
    }
    for (int i = 0; i < DELIMITERS.length(); i++) {
      char delimiter = DELIMITERS.charAt(i);
      if (occurrences(line, delimiter) > 0) {
        return delimiter != ',' || isCommaHead(line, end) ? delimiter : 0;
      }
    }
    return 0;
  }

  /** A head of a CSV file, unlike a sentence, has short cells. */
  private boolean isCommaHead(int line, int end) {
    int cell = line;
    for (int i = line; i < end; i++) {
      char c = text.charAt(i);
      if (c == '.' || i - cell > LONGEST_HEAD) {
        return false;
      }
      cell = c == ',' ? i + 1 : cell;
    }
    return true;
  }

  private int occurrences(int line, char delimiter) {
    int limit = Math.min(text.length(), line + LONGEST_ROW);
    int found = 0;
    for (int i = line; i < limit && text.charAt(i) != '\n'; i++) {
      found += text.charAt(i) == delimiter ? 1 : 0;
    }
    return found;
  }

  private boolean isRow(int line, char delimiter, int ofHead) {
    int found = occurrences(line, delimiter);
    boolean even = delimiter == ',' ? found == ofHead : found > 0;
    return even || isRule(line, Math.min(text.length(), line + LONGEST_ROW));
  }

  /** The line of dashes under a head. */
  private boolean isRule(int line, int limit) {
    int at = line;
    while (at < limit && "-+=: ".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at > line + 2 && at < limit && text.charAt(at) == '\n';
  }

  private void add(int start, int end, char delimiter, long[] topics) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
      delimiters = Arrays.copyOf(delimiters, count * 2);
      heads = Arrays.copyOf(heads, count * 2);
    }
    starts[count] = start;
    ends[count] = end;
    delimiters[count] = delimiter;
    heads[count++] = topics;
  }

  private static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }
}
