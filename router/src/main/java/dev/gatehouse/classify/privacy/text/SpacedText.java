package dev.gatehouse.classify.privacy.text;

/** Characters set apart one by one: {@code 2 1 9 - 0 9}, {@code 2.1.9.0.9}, one on each line. */
final class SpacedText implements Encoding {

  /** Characters of the shortest value worth it. */
  private static final int MIN_CHARACTERS = 6;

  private static final String SEPARATORS = " \t\r\n.-_/,|*;~";
  private static final String GROUP_SEPARATORS = "-./";
  private static final int MAX_SEPARATOR = 3;

  @Override
  public void decode(NormalizedText normalized, int from, Decodings found) {
    String text = normalized.text();
    Words words = normalized.words();
    int next = from;
    for (int word = words.at(from); word < words.count(); word++) {
      int last = words.end(word) - 1;
      if (last >= next
          && last + 2 * MIN_CHARACTERS - 2 < text.length()
          && standsAlone(text, last)) {
        next = decodeAt(normalized, last, found);
      }
    }
  }

  /** Whether the last letter or digit of a word is its only one, marks aside. */
  private static boolean standsAlone(String text, int at) {
    return (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
        && SEPARATORS.indexOf(text.charAt(at + 1)) >= 0
        && Character.isLetterOrDigit(text.charAt(at));
  }

  /** One past the last character of the row that begins at {@code start}. */
  private static int decodeAt(NormalizedText normalized, int start, Decodings found) {
    String text = normalized.text();
    int separator = separatorLength(text, start + 1);
    int characters = 0;
    int end = start;
    for (int at = start; at >= 0; at = following(text, start + 1, separator, end)) {
      characters++;
      end = at + 1;
    }
    if (characters >= MIN_CHARACTERS) {
      OffsetMap joined = found.context(start);
      int context = joined.length();
      for (int at = start; at >= 0; at = following(text, start + 1, separator, at + 1)) {
        joined.copy(text, normalized.origin(), at, at + 1);
      }
      found.add(joined, context);
    }
    return end;
  }

  private static int separatorLength(String text, int from) {
    int end = from;
    while (end < text.length()
        && end - from < MAX_SEPARATOR
        && SEPARATORS.indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return end - from;
  }

  /**
   * Where the next character that stands alone is, after the same separator as the first, or after
   * two or three of it between groups, or after a dash or dot between groups; -1 where there is
   * none.
   */
  private static int following(String text, int first, int separator, int from) {
    int at = from;
    int times = 0;
    while (times < MAX_SEPARATOR && text.regionMatches(at, text, first, separator)) {
      at += separator;
      times++;
    }
    if (times == 0 && at < text.length() && GROUP_SEPARATORS.indexOf(text.charAt(at)) >= 0) {
      at++;
      times++;
    }
    boolean single = times > 0 && at < text.length() && text.charAt(at) > ' ';
    return single && isEnd(text, first, separator, at + 1) ? at : -1;
  }

  private static boolean isEnd(String text, int first, int separator, int at) {
    return at >= text.length()
        || text.regionMatches(at, text, first, separator)
        || (!Character.isLetterOrDigit(text.charAt(at)) && text.charAt(at) != '@');
  }
}
