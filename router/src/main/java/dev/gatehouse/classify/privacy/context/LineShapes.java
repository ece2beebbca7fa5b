package dev.gatehouse.classify.privacy.context;

import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Words;

/** Reads the lines of a text once: which line each word is on, and what form the text has. */
final class LineShapes {

  private static final int SHORT_LINE = 6;
  private static final int MANY = 8;
  private static final int MIN_ROWS = 3;
  private static final int ROW_SIGNS = 2;

  private final String text;
  private final Words words;
  private final long[] cues;
  private final int[] lineOfWord;
  private long genres;
  private int rows;
  private int labelled;
  private int speakers;
  private int bullets;
  private int brackets;

  LineShapes(NormalizedText normalized, long[] cues) {
    this.text = normalized.text();
    this.words = normalized.words();
    this.cues = cues;
    this.lineOfWord = new int[words.count()];
    readLines();
    readWhole(normalized);
  }

  int[] lineOfWord() {
    return lineOfWord;
  }

  long genres() {
    return genres;
  }

  private void readLines() {
    int line = 0;
    int first = 0;
    for (int i = 0; i < words.count(); i++) {
      if (i > 0 && hasLineBreak(words.end(i - 1), words.start(i))) {
        readLine(first, i);
        first = i;
        line++;
      }
      lineOfWord[i] = line;
    }
    readLine(first, words.count());
    add(Genre.ONE_LINE, line == 0);
    add(Genre.MANY_LINES, line >= MANY);
  }

  private boolean hasLineBreak(int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '\n') {
        return true;
      }
    }
    return false;
  }

  private void readLine(int first, int end) {
    if (first == end) {
      return;
    }
    int separators = 0;
    int colon = end;
    long beginning = 0;
    for (int i = first; i < end; i++) {
      char c = text.charAt(words.start(i));
      separators += c == ',' || c == ';' || c == '|' || c == '\t' ? 1 : 0;
      colon = c == ':' && i < colon ? i : colon;
      brackets += c == '{' || c == '}' || c == '(' || c == '=' || c == '[' ? 1 : 0;
      beginning |= i < first + 2 ? cues[i] : 0;
    }
    boolean isShort = end - first <= SHORT_LINE;
    add(Genre.GREETS, Cue.GREETING.isIn(beginning) && (isShort || endsGreeting(first, end)));
    add(Genre.CLOSES, Cue.CLOSING.isIn(beginning) && isShort && first > 0);
    rows += separators >= ROW_SIGNS && end - first <= 4 * separators + 4 ? 1 : 0;
    boolean isLabelled = colon - first >= 1 && colon - first <= 3 && colon < end;
    labelled += isLabelled ? 1 : 0;
    speakers += isLabelled && colon - first <= 2 && end - colon > 3 ? 1 : 0;
    add(Genre.MAIL_HEAD, isLabelled && Cue.MAILHEAD.isIn(beginning));
    char sign = text.charAt(words.start(first));
    bullets += sign == '-' || sign == '*' || sign == '\u2022' ? 1 : 0;
  }

  private boolean endsGreeting(int first, int end) {
    for (int i = first; i < Math.min(end, first + SHORT_LINE); i++) {
      if (text.charAt(words.start(i)) == ',') {
        return true;
      }
    }
    return false;
  }

  private void readWhole(NormalizedText normalized) {
    int count = words.count();
    add(length(count), true);
    add(Genre.ROWS, rows >= MIN_ROWS);
    add(Genre.LABELLED_LINES, labelled >= 2);
    add(Genre.SPEAKERS, speakers >= 2);
    add(Genre.BULLETS, bullets >= 2);
    add(Genre.MANY_BRACKETS, brackets * 12 > count && brackets >= MANY);
    add(Genre.CODE_FENCE, normalized.has('`') && text.contains("```"));
    add(Genre.JSON, normalized.has('{') && normalized.has('"') && normalized.has(':'));
    add(Genre.TAGS, normalized.has('<') && text.contains("</"));
    add(
        Genre.QUOTES,
        normalized.has('"') || text.indexOf('\u201c') >= 0 || text.indexOf('\u00ab') >= 0);
    add(Genre.DIGITS, normalized.digits() * 20 > text.length());
    add(Genre.ASKS, normalized.has('?') || text.indexOf('\uff1f') >= 0);
    if (count > 0) {
      char last = text.charAt(words.start(count - 1));
      add(Genre.ENDS_WITH_QUESTION, last == '?' || last == '\uff1f');
      add(Genre.BEGINS_WITH_QUESTION, Cue.QUESTION.isIn(cues[0]));
      add(Genre.LOWER_CASE, Character.isLowerCase(text.charAt(words.start(0))));
    }
  }

  private static Genre length(int words) {
    if (words <= 15) {
      return Genre.UP_TO_15_WORDS;
    }
    if (words <= 40) {
      return Genre.UP_TO_40_WORDS;
    }
    if (words <= 120) {
      return Genre.UP_TO_120_WORDS;
    }
    return words <= 400 ? Genre.UP_TO_400_WORDS : Genre.LONGER;
  }

  private void add(Genre genre, boolean is) {
    genres |= is ? genre.bit() : 0;
  }
}
