package dev.gatehouse.classify.privacy.text;

/** Character references of HTML and XML: by number, and by the names of what ASCII has. */
final class CharacterReferences {

  private static final int LONGEST = 12;

  private static final String[] NAMES = {
    "amp", "lt", "gt", "quot", "apos", "nbsp", "commat", "period", "num", "colon", "lowbar", "plus",
    "hyphen", "dash", "sol", "comma", "equals", "shy", "zwnj", "zwj",
  };

  private static final String MEANINGS = "&<>\"'\u00a0@.#:_+--/,=\u00ad\u200c\u200d";

  private CharacterReferences() {}

  /** Units of the reference at {@code at}; 0 where there is none. */
  static int length(String text, int at) {
    int end = at + 1;
    int limit = Math.min(text.length(), at + LONGEST);
    while (end < limit
        && (Alphabet.ALPHANUMERIC.has(text.charAt(end)) || isNumber(text, at, end))) {
      end++;
    }
    boolean ended = end < limit && text.charAt(end) == ';';
    return ended && meaning(text, at, end) >= 0 ? end + 1 - at : 0;
  }

  private static boolean isNumber(String text, int at, int end) {
    return end == at + 1 && text.charAt(end) == '#';
  }

  /** The code point of the reference that ends with the semicolon at {@code end}; -1 for none. */
  static int meaning(String text, int at, int end) {
    if (text.charAt(at + 1) == '#') {
      boolean hex = end > at + 2 && (text.charAt(at + 2) | 0x20) == 'x';
      return number(text, at + (hex ? 3 : 2), end, hex ? 16 : 10);
    }
    for (int i = 0; i < NAMES.length; i++) {
      if (NAMES[i].length() == end - at - 1
          && text.regionMatches(true, at + 1, NAMES[i], 0, end - at - 1)) {
        return MEANINGS.charAt(i);
      }
    }
    return -1;
  }

  private static int number(String text, int from, int end, int radix) {
    int value = from < end ? 0 : -1;
    for (int i = from; i < end; i++) {
      int digit = Character.digit(text.charAt(i), radix);
      if (digit < 0 || value > Character.MAX_CODE_POINT) {
        return -1;
      }
      value = value * radix + digit;
    }
    return value > 0 && value <= Character.MAX_CODE_POINT ? value : -1;
  }
}
