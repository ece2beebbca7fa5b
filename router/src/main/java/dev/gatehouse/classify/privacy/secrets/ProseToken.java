package dev.gatehouse.classify.privacy.secrets;

import dev.gatehouse.classify.privacy.text.Alphabet;
import dev.gatehouse.classify.privacy.text.Randomness;
import dev.gatehouse.classify.privacy.text.Scripts;

/**
 * The next run of characters in a sentence, without the quotation marks around it and the
 * punctuation after it.
 *
 * @param text the whole sentence and more
 * @param lead what stood before it
 */
record ProseToken(String text, int start, int end, Lead lead) {

  private static final int MAX_LENGTH = 200;
  private static final int MAX_LEAD = 6;
  private static final int MIN_CHOSEN = 6;
  private static final int MIN_GENERATED = 16;

  private static final String OPENING = "\"'`“”‘’«»„*_(「『";
  private static final String CLOSING = "\"'`“”‘’«»*_)」』";

  /** What follows {@code from}; empty where a sentence or a paragraph ends first. */
  static ProseToken after(String text, int from) {
    int start = from;
    boolean quoted = false;
    boolean sign = false;
    while (start < text.length() && start - from < MAX_LEAD) {
      char c = text.charAt(start);
      if (OPENING.indexOf(c) >= 0) {
        quoted |= "*_(".indexOf(c) < 0;
      } else if (c == ':' || c == '=' || c == '：') {
        sign = true;
      } else if (c != ' ' && c != '\t' && c != '\u3000') {
        break;
      }
      start++;
    }
    int end = trimmed(text, start, end(text, start, quoted));
    return new ProseToken(text, start, end, new Lead(quoted, sign));
  }

  /** Whether a colon or an equals sign led to it. */
  boolean afterSign() {
    return lead.sign();
  }

  private static int end(String text, int start, boolean quoted) {
    int limit = Math.min(text.length(), start + MAX_LENGTH);
    int end = start;
    if (start < limit && Scripts.isUnspaced(text.codePointAt(start))) {
      while (quoted && end < limit && Scripts.isUnspaced(text.charAt(end))) {
        end++;
      }
      return quoted ? end : start + Character.charCount(text.codePointAt(start));
    }
    while (end < limit
        && text.charAt(end) > ' '
        && "，。、！？；<>|\"`「」『』»”“".indexOf(text.charAt(end)) < 0
        && !Scripts.isUnspaced(text.codePointAt(end))) {
      end++;
    }
    return end;
  }

  private static int trimmed(String text, int start, int end) {
    int trimmed = end;
    while (trimmed > start
        && (".,;:".indexOf(text.charAt(trimmed - 1)) >= 0
            || CLOSING.indexOf(text.charAt(trimmed - 1)) >= 0)) {
      trimmed--;
    }
    boolean sentence =
        trimmed > start && "!?".indexOf(text.charAt(trimmed - 1)) >= 0 && !goesOn(text, trimmed);
    return sentence && isLetters(text, start, trimmed - 1) && end == trimmed
        ? trimmed - 1
        : trimmed;
  }

  /**
   * Whether the sentence goes on in small letters, so that the sign before belongs to the value.
   */
  private static boolean goesOn(String text, int at) {
    return at + 1 < text.length()
        && text.charAt(at) == ' '
        && Character.isLowerCase(text.charAt(at + 1));
  }

  boolean isEmpty() {
    return start >= end;
  }

  String value() {
    return text.substring(start, end);
  }

  /** Letters alone, so that another word may follow that is the value. */
  boolean isWord() {
    return isLetters(text, start, end) && (end == text.length() || text.charAt(end) != '.');
  }

  /**
   * Whether it may be a password.
   *
   * @param said whether "is" or a colon led to it, so that less is asked of it
   */
  boolean looksChosen(boolean said) {
    if (end - start < MIN_CHOSEN || isAddress() || Placeholders.is(text, start, end)) {
      return said && isPin();
    }
    Mix mix = mix();
    if (isExpression() || mix.letters() + mix.digits() == 0) {
      return false;
    }
    if (isBrokenOff()) {
      return false;
    }
    boolean strong = mix.digits() > 0 && mix.letters() > 0 && (mix.cases() || mix.signs() > 0);
    if (!said && !lead.quoted()) {
      return strong && mix.lower() && !isVersion();
    }
    boolean varied = mix.digits() > 0 && (mix.letters() > 1 || isPin());
    return (varied
            || mix.signs() > 0
            || (said && lead.quoted() && !PlainPassword.WORDS.isListed(value())))
        && !isVersion();
  }

  /** As a password of letters alone. */
  PlainPassword plain() {
    boolean quoted = start > 0 && PlainPassword.isQuote(text.charAt(start - 1));
    return new PlainPassword(text, start, end, quoted);
  }

  boolean looksGenerated() {
    return end - start >= MIN_GENERATED
        && !isBrokenOff()
        && !isAddress()
        && !isExpression()
        && mix().digits() > 1
        && Randomness.looksGenerated(text, start, end)
        && Randomness.entropy(text, start, end) >= 3.2
        && !Placeholders.isKey(text, start, end);
  }

  /** The rest of something longer: of a path, a word with dashes, a bracket that closes. */
  private boolean isBrokenOff() {
    return "}])>\\/|,;-".indexOf(text.charAt(start)) >= 0;
  }

  private boolean isPin() {
    return SecretValue.isCode(text, start, end);
  }

  /** An e-mail address, a URL, a path or a file's name. */
  private boolean isAddress() {
    int at = text.indexOf('@', start, end);
    boolean email = at > start && at < end - 3 && text.indexOf('.', at + 2, end) > 0;
    return email
        || text.startsWith("http", start)
        || text.startsWith("www.", start)
        || text.charAt(start) == '/'
        || text.substring(start, end).contains("://");
  }

  /** Code, a variable or markup. */
  private boolean isExpression() {
    char first = text.charAt(start);
    boolean closed = !Character.isLetterOrDigit(text.charAt(end - 1));
    return ("$%{[(".indexOf(first) >= 0 && closed)
        || text.substring(start, end).contains("()")
        || text.startsWith("${", start)
        || text.startsWith("{{", start);
  }

  /** A number with a unit, a date, a range, the name of a standard. */
  private boolean isVersion() {
    boolean upper = true;
    boolean number = true;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      upper &= Alphabet.UPPER_ALPHANUMERIC.has(c) || c == '-';
      number &= Alphabet.DIGIT.has(c) || ".,-/%:+".indexOf(c) >= 0;
    }
    return (upper && text.substring(start, end).indexOf('-') > 0 && end - start < 10)
        || (number && !isPin());
  }

  private Mix mix() {
    int letters = 0;
    int digits = 0;
    int signs = 0;
    boolean lower = false;
    boolean upper = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c)) {
        letters++;
        lower |= Character.isLowerCase(c);
        upper |= i > start && Character.isUpperCase(c);
      } else if (Alphabet.DIGIT.has(c)) {
        digits++;
      } else {
        signs += "-._'’/,:&()[]".indexOf(c) >= 0 ? 0 : 1;
      }
    }
    return new Mix(letters, digits, signs, lower, lower && upper);
  }

  private static boolean isLetters(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!Character.isLetter(text.charAt(i)) && "'’-".indexOf(text.charAt(i)) < 0) {
        return Character.getType(text.charAt(i)) == Character.COMBINING_SPACING_MARK
            || Character.getType(text.charAt(i)) == Character.NON_SPACING_MARK;
      }
    }
    return end > start;
  }

  /**
   * What stands between a token and what came before.
   *
   * @param quoted whether a quotation mark was opened
   * @param sign whether a colon or an equals sign stood there
   */
  record Lead(boolean quoted, boolean sign) {}

  /**
   * What a token is made of.
   *
   * @param signs other than those that words and numbers hold as well
   * @param cases whether a capital stands within, beside small letters
   */
  private record Mix(int letters, int digits, int signs, boolean lower, boolean cases) {}
}
