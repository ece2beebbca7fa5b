package dev.gatehouse.classify.privacy.finance;

import dev.gatehouse.classify.privacy.statement.Phrase;
import dev.gatehouse.classify.privacy.text.Matches;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import java.util.List;

/** A table of persons in a text: a line of column names, the pay among them, and lines of cells. */
final class MoneyTable {

  /** Longest line of names. */
  private static final int LONGEST_HEAD = 300;

  private static final String SEPARATORS = ",;\t|";

  private MoneyTable() {}

  /** Reports each sum in a column of money, where another column is the name. */
  static void detect(NormalizedText text, List<Phrase> phrases, Matches matches) {
    for (Phrase phrase : phrases) {
      if (MoneyTerm.of(phrase) != MoneyTerm.CURRENCY && isHead(text.text(), phrase)) {
        int start = text.text().lastIndexOf('\n', phrase.start()) + 1;
        detectColumn(text, column(text.text(), start, phrase.start()), phrase, matches);
        return;
      }
    }
  }

  /** Whether the phrase is a cell of a line that has a name's column. */
  private static boolean isHead(String text, Phrase phrase) {
    int start = text.lastIndexOf('\n', phrase.start()) + 1;
    int end = text.indexOf('\n', phrase.end());
    if (end < 0 || end - start > LONGEST_HEAD || column(text, start, end) < 1) {
      return false;
    }
    String head = text.substring(start, end);
    boolean named = head.regionMatches(true, 0, "name", 0, 4) || isNamed(head);
    boolean cell = phrase.start() == start || isSeparator(text.charAt(phrase.start() - 1));
    return named && cell;
  }

  private static boolean isNamed(String head) {
    for (int at = 1; at < head.length(); at++) {
      if (isSeparator(head.charAt(at - 1)) && isName(head, at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isName(String head, int at) {
    return head.regionMatches(true, at, "name", 0, 4)
        || head.regionMatches(true, at, "nom", 0, 3)
        || head.regionMatches(true, at, "employee", 0, 8)
        || head.regionMatches(true, at, "mitarbeiter", 0, 11);
  }

  private static boolean isSeparator(char c) {
    return SEPARATORS.indexOf(c) >= 0;
  }

  private static int column(String text, int start, int end) {
    int column = 0;
    for (int at = start; at < end; at++) {
      column += isSeparator(text.charAt(at)) ? 1 : 0;
    }
    return column;
  }

  private static void detectColumn(
      NormalizedText text, int column, Phrase phrase, Matches matches) {
    String whole = text.text();
    int line = whole.indexOf('\n', phrase.end()) + 1;
    while (line > 0 && line < whole.length()) {
      int end = whole.indexOf('\n', line) < 0 ? whole.length() : whole.indexOf('\n', line);
      int start = cell(whole, line, end, column);
      if (start < 0) {
        return;
      }
      int stop = start;
      while (stop < end && !isSeparator(whole.charAt(stop))) {
        stop++;
      }
      if (hasSum(whole, start, stop)) {
        matches.add(text, MoneyTerm.of(phrase).rule(), start, stop);
      }
      line = end + 1;
    }
  }

  /** Where the cell of a column begins in a line, or -1. */
  private static int cell(String text, int line, int end, int column) {
    int at = line;
    for (int passed = 0; passed < column; at++) {
      if (at == end) {
        return -1;
      }
      passed += isSeparator(text.charAt(at)) ? 1 : 0;
    }
    return at;
  }

  private static boolean hasSum(String text, int start, int end) {
    int digits = 0;
    for (int at = start; at < end; at++) {
      digits += Character.isDigit(text.charAt(at)) ? 1 : 0;
    }
    return digits >= 3;
  }
}
