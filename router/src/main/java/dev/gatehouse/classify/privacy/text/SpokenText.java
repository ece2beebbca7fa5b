package dev.gatehouse.classify.privacy.text;

/** Numbers digit by digit in words, and addresses as they are said. */
final class SpokenText implements Encoding {

  private static final int MIN_DIGITS = 7;

  /** A row of written digits with a word among them is no number that somebody says. */
  private static final int MIN_SPOKEN = 4;

  private static final int MAX_SIGNS = 2;
  private static final String DIGIT_SIGNS = ",-./";

  @Override
  public void decode(NormalizedText normalized, int from, Decodings found) {
    Words words = normalized.words();
    String text = normalized.text();
    int next;
    for (int i = words.at(from); i < words.count(); i = next) {
      next = i + 1;
      int code = SpokenWords.code(text, words.start(i), words.end(i));
      if (code >= 0 && code <= SpokenWords.TRIPLE) {
        next = Math.max(next, decodeDigits(normalized, i, found));
      } else if (code == SpokenWords.AT || text.charAt(words.start(i)) == '@') {
        new SpokenAddress(normalized, i).into(found);
      }
    }
  }

  /** The word after the digits that begin at word {@code first}. */
  private static int decodeDigits(NormalizedText normalized, int first, Decodings found) {
    String text = normalized.text();
    Words words = normalized.words();
    OffsetMap number = new OffsetMap(16);
    int digits = 0;
    int spoken = 0;
    int times = 1;
    int next = first;
    while (next < words.count()) {
      int word = afterSigns(text, words, next, digits > 0);
      int code = word < 0 ? -1 : SpokenWords.code(text, words.start(word), words.end(word));
      if (code < 0 || code > SpokenWords.TRIPLE) {
        break;
      }
      if (code <= 9) {
        int start = normalized.originalStart(words.start(word));
        int end = normalized.originalEnd(words.end(word));
        number.append(word > next ? "-" : "", start, end);
        number.append(Integer.toString(code).repeat(times), start, end);
        digits += times;
        spoken += words.end(word) - words.start(word) > 1 ? 1 : 0;
      }
      times = code <= 9 ? 1 : code - 8;
      next = word + 1;
    }
    if (digits >= MIN_DIGITS && spoken >= MIN_SPOKEN) {
      add(found, words.start(first), number);
    }
    return next;
  }

  private static void add(Decodings found, int start, OffsetMap number) {
    OffsetMap text = found.context(start);
    int context = text.length();
    text.copy(number.text(), number, 0, number.length());
    found.add(text, context);
  }

  /** The next word behind a comma or a dash, at most two; -1 where other signs stand. */
  private static int afterSigns(String text, Words words, int from, boolean inside) {
    int word = from;
    while (inside
        && word < words.count()
        && word - from < MAX_SIGNS
        && DIGIT_SIGNS.indexOf(text.charAt(words.start(word))) >= 0) {
      word++;
    }
    return word < words.count() ? word : -1;
  }
}
