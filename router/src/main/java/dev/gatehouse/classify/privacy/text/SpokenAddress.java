package dev.gatehouse.classify.privacy.text;

/**
 * An e-mail address as it is said: {@code jane dot doe at contoso dot com}, {@code jane [at]
 * contoso [dot] com}. A plain "at" with one word before it is only one where the text speaks of
 * mail: "meet me at contoso dot com".
 */
final class SpokenAddress {

  private static final int MAX_LABELS = 8;
  private static final int CUE_WORDS = 6;

  private final NormalizedText source;
  private final String text;
  private final Words words;
  private final int at;
  private boolean spelled;

  SpokenAddress(NormalizedText source, int at) {
    this.source = source;
    this.text = source.text();
    this.words = source.words();
    this.at = at;
  }

  void into(Decodings found) {
    boolean bracketed = isBracketed(at);
    int first = localStart(bracketed ? at - 2 : at - 1);
    int last = first < 0 ? -1 : domainEnd(bracketed ? at + 2 : at + 1);
    boolean sign = text.charAt(words.start(at)) == '@';
    if (last < 0 || (!bracketed && !spelled)) {
      return;
    }
    boolean plain = !bracketed && !sign;
    boolean single = first == (bracketed ? at - 2 : at - 1);
    if (plain && single && !isAnnounced(first)) {
      return;
    }
    OffsetMap address = found.context(words.start(first));
    int context = address.length();
    for (int i = first; i <= last; i++) {
      append(address, i);
    }
    found.add(address, context);
  }

  private void append(OffsetMap address, int word) {
    char sign = word == at ? '@' : sign(word);
    int start = words.start(word);
    int end = words.end(word);
    if (sign != 0) {
      address.append(sign, source.originalStart(start), source.originalEnd(end));
    } else if (words.isWord(word)) {
      address.copy(text, source.origin(), start, end);
    }
  }

  /** What a word or sign stands for between the parts of an address; 0 for others. */
  private char sign(int word) {
    if (!words.isWord(word)) {
      char c = text.charAt(words.start(word));
      return ".-_".indexOf(c) >= 0 ? c : 0;
    }
    return switch (SpokenWords.code(text, words.start(word), words.end(word))) {
      case SpokenWords.DOT -> '.';
      case SpokenWords.DASH -> '-';
      case SpokenWords.UNDERSCORE -> '_';
      default -> 0;
    };
  }

  private boolean isBracketed(int word) {
    return word > 0
        && word + 1 < words.count()
        && "([{<".indexOf(text.charAt(words.start(word - 1))) >= 0
        && ")]}>".indexOf(text.charAt(words.start(word + 1))) >= 0;
  }

  /** The first word of the local part that ends with word {@code last}; -1 where there is none. */
  private int localStart(int last) {
    int first = last;
    if (first < 0 || !isLabel(first)) {
      return -1;
    }
    for (int labels = 1; labels < MAX_LABELS; labels++) {
      int sign = before(first);
      if (sign < 1 || !isLabel(before(sign, first))) {
        return first;
      }
      first = before(sign, first);
    }
    return first;
  }

  /** The sign word before {@code word}, past a bracket; -1 for none. */
  private int before(int word) {
    int sign = word >= 3 && isBracketed(word - 2) ? word - 2 : word - 1;
    return sign >= 0 && isJoint(sign, word) ? sign : -1;
  }

  private int before(int sign, int word) {
    return word - sign == 2 ? sign - 2 : sign - 1;
  }

  /** The last word of the domain that begins with word {@code first}; -1 where there is none. */
  private int domainEnd(int first) {
    int last = first;
    boolean dotted = false;
    for (int labels = 0; labels < MAX_LABELS && isLabel(last); labels++) {
      boolean bracketed = last + 3 < words.count() && isBracketed(last + 2);
      int sign = bracketed ? last + 2 : last + 1;
      int next = bracketed ? sign + 2 : sign + 1;
      if (next >= words.count() || !isJoint(sign, next) || !isLabel(next)) {
        break;
      }
      dotted |= sign(sign) == '.';
      last = next;
    }
    return dotted && isTopLevel(last) ? last : -1;
  }

  /** Whether a word joins two labels: one that is said, or a sign without spaces around. */
  private boolean isJoint(int sign, int next) {
    if (sign(sign) == 0) {
      return false;
    }
    if (words.isWord(sign)) {
      spelled = true;
      return true;
    }
    int before = words.start(sign) - 1;
    return before >= 0 && text.charAt(before) > ' ' && words.start(next) == words.end(sign);
  }

  private boolean isLabel(int word) {
    return word >= 0 && word < words.count() && words.isWord(word) && sign(word) == 0;
  }

  private boolean isTopLevel(int word) {
    int length = words.end(word) - words.start(word);
    int letters = Alphabet.LETTER.runEnd(text, words.start(word), length) - words.start(word);
    return letters == length && length >= 2;
  }

  private boolean isAnnounced(int first) {
    for (int i = Math.max(0, first - CUE_WORDS); i < first; i++) {
      if (SpokenWords.code(text, words.start(i), words.end(i)) == SpokenWords.CUE) {
        return true;
      }
    }
    return false;
  }
}
