package dev.gatehouse.classify.complexity;

import java.util.BitSet;
import java.util.Locale;

/** One pass over a text, counting what features need. Not for use by several threads. */
final class TextCounts {

  /** Words at the start of a text tell the task best. */
  private static final int OPENING_WORDS = 12;

  private static final int MAX_WORD = 40;

  private final Lexicon lexicon;
  final TaskVotes votes = new TaskVotes();
  final BitSet buckets = new BitSet(Features.BUCKETS);
  int words;
  int letters;
  int longWords;
  int specialist;
  int learned;
  int numerals;
  int mathSigns;
  int codeSigns;
  int constraints;
  int questions;
  int steps;
  int longAnswers;
  int otherScript;
  int functionWords;
  int names;
  int choices;

  TextCounts(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  void read(String text) {
    int next;
    for (int i = 0; i < text.length(); i = next) {
      int end = wordEnd(text, i);
      next = Math.max(i + 1, end);
      if (end > i) {
        readWord(text, i, end);
      } else {
        readSign(text, i);
      }
    }
  }

  /** Words of unspaced scripts are taken two characters at a time. */
  private static int wordEnd(String text, int start) {
    int end = start;
    int limit = Math.min(text.length(), start + MAX_WORD);
    while (end < limit && isWordPart(text, start, end)) {
      if (text.charAt(end) >= 0x2E80) {
        return Math.min(limit, start == end ? pairEnd(text, end) : end);
      }
      end++;
    }
    return end;
  }

  private static int pairEnd(String text, int start) {
    int second = start + 1;
    return second < text.length() && Character.isLetter(text.charAt(second)) ? second + 1 : second;
  }

  private static boolean isWordPart(String text, int start, int index) {
    char c = text.charAt(index);
    return Character.isLetterOrDigit(c)
        || (index > start
            && (c == '-' || c == '\'' || c == '+')
            && Character.isLetter(text.charAt(index - 1)));
  }

  private void readWord(String text, int start, int end) {
    char first = text.charAt(start);
    if (Character.isDigit(first)) {
      numerals++;
      return;
    }
    String word = text.substring(start, end).toLowerCase(Locale.ROOT);
    lexicon.vote(word, words < OPENING_WORDS ? 2 : 1, votes);
    names += Character.isUpperCase(first) && words > 0 ? 1 : 0;
    words++;
    letters += word.length();
    otherScript += first >= 0x250 ? 1 : 0;
    countKinds(word);
    buckets.set(((word.hashCode() * 0x9E3779B1) >>> 16) & (Features.BUCKETS - 1));
  }

  private void countKinds(String word) {
    longWords += word.length() >= 10 ? 1 : 0;
    specialist += lexicon.isSpecialist(word) ? 1 : 0;
    learned += lexicon.isLearned(word) ? 1 : 0;
    constraints += lexicon.isConstraint(word) ? 1 : 0;
    steps += lexicon.isStep(word) ? 1 : 0;
    longAnswers += lexicon.asksForLength(word) ? 1 : 0;
    functionWords += lexicon.isFunctionWord(word) ? 1 : 0;
  }

  private void readSign(String text, int at) {
    char c = text.charAt(at);
    if (c == '?' || c == '？' || c == '؟') {
      questions++;
    } else if ("=+*^<>$√∑∫≤≥≡∈∀∃→∞π×÷\\".indexOf(c) >= 0) {
      mathSigns++;
    } else if ("{};`_#".indexOf(c) >= 0) {
      codeSigns++;
    } else if (isChoice(text, at, c)) {
      choices++;
    }
  }

  /** A line that begins with A. or (a), or ends so. */
  private static boolean isChoice(String text, int at, char c) {
    if ((c != '.' && c != ')') || at == 0) {
      return false;
    }
    char letter = Character.toUpperCase(text.charAt(at - 1));
    boolean alone = at == 1 || text.charAt(at - 2) == '\n' || text.charAt(at - 2) == '(';
    return letter >= 'A' && letter <= 'F' && alone;
  }
}
