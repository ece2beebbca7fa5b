package dev.gatehouse.classify.privacy.secrets;

import dev.gatehouse.classify.privacy.text.Scripts;
import java.util.Locale;

/**
 * A word of letters alone where a text gives a password: it is one where it ends its clause, is no
 * word that is said of passwords, and does not stand in code.
 *
 * @param text the whole sentence and more
 * @param quoted whether a quotation mark was opened before it
 */
record PlainPassword(String text, int start, int end, boolean quoted) {

  private static final int LEAST = 5;
  private static final int LEAST_UNSPACED = 2;
  private static final int LONGEST = 64;

  private static final String CLOSING = "\"'`“”‘’«»*_)」』";
  private static final String QUOTES = "\"'`“”‘’«»„「」『』";
  private static final String CLAUSE_ENDS = ".,;!?。、，！；？।";

  static final PlainWords WORDS = new PlainWords();

  /** Whether a sentence that says "is" gives it. */
  boolean isStated() {
    return isWord() && endsClause() && !(quoted ? isListed() : isRemark());
  }

  /** Whether a colon or an equals sign gives it, and not in a program. */
  boolean isAssigned() {
    return isStated() && (isCited() || !SourceLine.around(text, start, end).isProgram());
  }

  /** Whether the value of a field is one. */
  boolean isWhole() {
    return isWord() && !isListed();
  }

  static boolean isQuote(char c) {
    return QUOTES.indexOf(c) >= 0;
  }

  private boolean isWord() {
    int letters = end - start;
    if (letters < LEAST_UNSPACED || letters > LONGEST) {
      return false;
    }
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      boolean dash = c == '-' && i > start && i < end - 1;
      if (!dash && !Character.isLetter(c) && !isMark(c)) {
        return false;
      }
    }
    return letters >= LEAST || Scripts.isUnspaced(text.codePointAt(start));
  }

  /** A vowel's sign, as Devanagari writes it. */
  private static boolean isMark(char c) {
    int type = Character.getType(c);
    return type == Character.COMBINING_SPACING_MARK || type == Character.NON_SPACING_MARK;
  }

  private boolean isRemark() {
    String word = text.substring(start, end);
    int dash = word.lastIndexOf('-');
    return Placeholders.is(text, start, end)
        || WORDS.isRemark(word)
        || (dash > 0 && WORDS.isRemark(word.substring(dash + 1)));
  }

  /** Whether the very word is said of passwords: what is quoted is no other form of it. */
  private boolean isListed() {
    return Placeholders.is(text, start, end) || WORDS.isListed(text.substring(start, end));
  }

  /** Between quotation marks, and alone there. */
  private boolean isCited() {
    return quoted && end < text.length() && isQuote(text.charAt(end));
  }

  private boolean endsClause() {
    if (quoted) {
      return isCited();
    }
    int at = end;
    while (at < text.length() && CLOSING.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    if (at == text.length() || Scripts.isUnspaced(text.codePointAt(at))) {
      return true;
    }
    char c = text.charAt(at);
    if (CLAUSE_ENDS.indexOf(c) >= 0) {
      return at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1));
    }
    return c == '\n' || c == '\r' || (c <= ' ' && goesOnAfter(at));
  }

  /** Whether the line ends, a word joins the next clause, or the next label follows. */
  private boolean goesOnAfter(int space) {
    int from = behindSpace(space);
    if (from == text.length() || "\r\n(/|–—-".indexOf(text.charAt(from)) >= 0) {
      return true;
    }
    int to = wordEnd(from);
    boolean label = to < text.length() && ":=".indexOf(text.charAt(to)) >= 0;
    return to > from && (label || WORDS.goesOn(text.substring(from, to)));
  }

  /** The word that follows, in small letters; empty where there is none. */
  String wordBehind() {
    int from = behindSpace(end);
    return text.substring(from, wordEnd(from)).toLowerCase(Locale.ROOT);
  }

  private int behindSpace(int space) {
    int from = space;
    while (from < text.length() && (text.charAt(from) == ' ' || text.charAt(from) == '\t')) {
      from++;
    }
    return from;
  }

  private int wordEnd(int from) {
    int to = from;
    int limit = Math.min(text.length(), from + LONGEST);
    while (to < limit
        && text.charAt(to) > ' '
        && (CLAUSE_ENDS + ":=").indexOf(text.charAt(to)) < 0) {
      to++;
    }
    return to;
  }
}
