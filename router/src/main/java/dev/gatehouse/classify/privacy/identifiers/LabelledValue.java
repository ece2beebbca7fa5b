package dev.gatehouse.classify.privacy.identifiers;

import dev.gatehouse.classify.privacy.text.Alphabet;

/**
 * Reads the value after a label: groups of letters and digits, with single signs or spaces between.
 * Asterisks stand for hidden digits. Not for use by several threads.
 */
final class LabelledValue {

  private static final int LONGEST_PREFIX = 5;
  private static final int LONGEST_GROUP = 5;
  private static final int LONGEST_FIRST_GROUP = 9;
  private static final String JOINTS = "-./_";

  private final String text;
  private final Form form;
  private final int limit;
  private final StringBuilder compact = new StringBuilder();
  private int start;
  private int end;
  private int digits;

  /**
   * Reads for one label.
   *
   * @param limit the value begins before
   */
  LabelledValue(String text, Form form, int limit) {
    this.text = text;
    this.form = form;
    this.limit = limit;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  int length() {
    return compact.length();
  }

  int digits() {
    return digits;
  }

  /** The value without separators. */
  String compact() {
    return compact.toString();
  }

  boolean isAccepted() {
    return form.accepts(length(), digits) && !isMoney() && !isPartOfANumber();
  }

  boolean isCapitalised() {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) >= 'a' && text.charAt(i) <= 'z') {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads the first value with a digit from {@code from} on; false where there is none before the
   * limit, the line's end or the sentence's.
   */
  boolean read(int from) {
    boolean words = false;
    for (int i = from; i < limit; i++) {
      char c = text.charAt(i);
      if (isPart(c)) {
        begin(i);
        if (digits > 0 || isPrefix()) {
          extend();
          return true;
        }
        words = true;
        i = end - 1;
      } else if (words && endsSentence(i, c)) {
        return false;
      } else if (Character.isLetter(c)) {
        words = true;
      }
    }
    return false;
  }

  private boolean endsSentence(int at, char c) {
    return c == '\n'
        || "!?;".indexOf(c) >= 0
        || (c == '.' && at + 2 < text.length() && Character.isUpperCase(text.charAt(at + 2)));
  }

  private static boolean isPart(char c) {
    return Alphabet.ALPHANUMERIC.has(c) || c == '*';
  }

  private void begin(int at) {
    start = at;
    end = at;
    digits = 0;
    compact.setLength(0);
    takeToken();
  }

  /** Takes groups that signs join; of a longer text than any value has, the rest stays. */
  private void takeToken() {
    takeGroup();
    while (compact.length() <= 64
        && end + 1 < text.length()
        && JOINTS.indexOf(text.charAt(end)) >= 0
        && isPart(text.charAt(end + 1))) {
      end++;
      takeGroup();
    }
  }

  private void takeGroup() {
    while (end < text.length() && isPart(text.charAt(end)) && compact.length() <= 64) {
      char c = text.charAt(end++);
      digits += c == '*' || Alphabet.DIGIT.has(c) || isMask(c) ? 1 : 0;
      compact.append(c);
    }
  }

  /** An X beside another or a digit hides one, as in XXX-XX-1234. */
  private boolean isMask(char c) {
    return c == 'X'
        && !compact.isEmpty()
        && "X*0123456789".indexOf(compact.charAt(compact.length() - 1)) >= 0;
  }

  /** Capitals before a number belong to it: WZK 883 104 772. */
  private boolean isPrefix() {
    return compact.length() <= LONGEST_PREFIX
        && isCapitalised()
        && end + 1 < text.length()
        && text.charAt(end) == ' '
        && Alphabet.DIGIT.has(text.charAt(end + 1));
  }

  private void extend() {
    if (text.startsWith(" / ", end) && Alphabet.DIGIT.at(text, end + 3) && digits == length()) {
      end += 3;
      takeToken();
      return;
    }
    while (end + 1 < text.length() && text.charAt(end) == ' ' && isPart(text.charAt(end + 1))) {
      int group = groupEnd(end + 1);
      int size = group - end - 1;
      boolean belongs =
          isNumber(end + 1, group)
              || isLastLetter(group)
              || (length() < form.shortest() && isShortCode(group));
      if (!belongs
          || length() + size > form.longest()
          || (length() >= form.shortest() && isSingle())) {
        return;
      }
      end++;
      takeGroup();
    }
  }

  private int groupEnd(int from) {
    int at = from;
    while (at < text.length() && isPart(text.charAt(at)) && at - from < 32) {
      at++;
    }
    return at;
  }

  private boolean isNumber(int from, int to) {
    int longest = length() < form.shortest() ? LONGEST_FIRST_GROUP : LONGEST_GROUP;
    return Alphabet.DIGIT.runEnd(text, from, longest) == to;
  }

  /** The check letter at the end of printed groups: QQ 12 34 56 C. */
  private boolean isLastLetter(int group) {
    char c = text.charAt(end + 1);
    return group == end + 2 && c >= 'A' && c <= 'Z';
  }

  private boolean isShortCode(int group) {
    for (int i = end + 1; i < group; i++) {
      if (text.charAt(i) >= 'a') {
        return false;
      }
    }
    return group - end - 1 <= LONGEST_PREFIX;
  }

  /** Whether what was read so far stands in one piece, so that the next number is another. */
  private boolean isSingle() {
    return text.substring(start, end).indexOf(' ') < 0;
  }

  private boolean isMoney() {
    char before = start > 0 ? text.charAt(start - 1) : ' ';
    char after = end < text.length() ? text.charAt(end) : ' ';
    return "$\u00a3\u20ac\u00a5\u20b9".indexOf(before) >= 0 || "%$\u00a3\u20ac".indexOf(after) >= 0;
  }

  /** A decimal fraction, a time, or a number with a thousands comma. */
  private boolean isPartOfANumber() {
    return end + 1 < text.length()
        && ",:".indexOf(text.charAt(end)) >= 0
        && Alphabet.DIGIT.has(text.charAt(end + 1))
        && Alphabet.DIGIT.has(text.charAt(end - 1))
        && compact.length() == digits
        && digits < 5;
  }
}
