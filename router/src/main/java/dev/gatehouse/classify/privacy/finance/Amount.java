package dev.gatehouse.classify.privacy.finance;

import dev.gatehouse.classify.privacy.statement.Phrase;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * A sum in a text: digits in groups, with the currency before or behind.
 *
 * @param first word it begins in
 * @param last word it ends in
 * @param digits how many it has
 * @param hasCurrency whether a currency stands with it
 */
record Amount(int first, int last, int digits, boolean hasCurrency) {

  private static final String SYMBOLS = "$\u20ac\u00a3\u00a5\u20b9";

  /** Letters of the shortest and longest code below. */
  private static final int SHORTEST_CODE = 2;

  private static final int LONGEST_CODE = 3;

  /** A text with more sums is a ledger. */
  private static final int MOST = 400;

  /** Every sum of a text by position. */
  static List<Amount> in(NormalizedText text, List<Phrase> phrases) {
    List<Amount> amounts = new ArrayList<>();
    Words words = text.words();
    for (int word = 0; word < words.count() && amounts.size() < MOST; word++) {
      if (Character.isDigit(text.text().charAt(words.start(word))) && !isTerm(word, phrases)) {
        Amount amount = at(text, word, phrases);
        amounts.add(amount);
        word = amount.last();
      }
    }
    return amounts;
  }

  /** Some words of money have digits: 401k. */
  private static boolean isTerm(int word, List<Phrase> phrases) {
    int after = firstFrom(word + 1, phrases);
    return after > 0 && word <= phrases.get(after - 1).last();
  }

  /** The place in the list, which is in order, of the first phrase from a word on. */
  private static int firstFrom(int word, List<Phrase> phrases) {
    int low = 0;
    int high = phrases.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      boolean before = phrases.get(middle).first() < word;
      low = before ? middle + 1 : low;
      high = before ? high : middle;
    }
    return low;
  }

  private static Amount at(NormalizedText text, int first, List<Phrase> phrases) {
    Words words = text.words();
    int last = first;
    while (last + 2 < words.count() && isGroup(text, last)) {
      last += 2;
    }
    while (last + 1 < words.count() && isSpacedGroup(text, last)) {
      last++;
    }
    int digits = digits(text.text(), words.start(first), words.end(last));
    boolean before = first > 0 && isCurrency(text, first - 1);
    boolean thousands = !Character.isDigit(text.text().charAt(words.end(last) - 1));
    int end = behind(text, last, phrases);
    return new Amount(before ? first - 1 : first, end, digits, before || end > last || thousands);
  }

  /** A point, comma or apostrophe with digits on both sides. */
  private static boolean isGroup(NormalizedText text, int last) {
    Words words = text.words();
    int sign = words.end(last);
    return words.start(last + 1) == sign
        && ".,'\u2019".indexOf(text.text().charAt(sign)) >= 0
        && words.start(last + 2) == sign + 1
        && Character.isDigit(text.text().charAt(sign + 1));
  }

  /** Three digits after one space, as in 12 500. */
  private static boolean isSpacedGroup(NormalizedText text, int last) {
    Words words = text.words();
    int start = words.start(last + 1);
    return start == words.end(last) + 1
        && text.text().charAt(start - 1) == ' '
        && words.end(last + 1) - start == 3
        && digits(text.text(), start, start + 3) == 3;
  }

  private static int digits(String text, int start, int end) {
    int digits = 0;
    for (int at = start; at < end; at++) {
      digits += Character.isDigit(text.charAt(at)) ? 1 : 0;
    }
    return digits;
  }

  private static boolean isCurrency(NormalizedText text, int word) {
    char sign = text.text().charAt(text.words().start(word));
    if (SYMBOLS.indexOf(sign) >= 0) {
      return true;
    }
    int length = text.words().end(word) - text.words().start(word);
    if (length < SHORTEST_CODE || length > LONGEST_CODE) {
      return false;
    }
    String lower = text.words().lower(word);
    return lower.equals("eur")
        || lower.equals("usd")
        || lower.equals("gbp")
        || lower.equals("rs")
        || lower.equals("pln")
        || lower.equals("chf")
        || lower.equals("inr");
  }

  /** Last word of the currency or unit behind the digits that end in {@code last}. */
  private static int behind(NormalizedText text, int last, List<Phrase> phrases) {
    int end = last;
    Words words = text.words();
    boolean sign = end + 1 < words.count() && isCurrency(text, end + 1);
    if (sign && !isBeforeDigit(text, words.end(end + 1))) {
      end++;
    }
    for (int i = firstFrom(end + 1, phrases); i < phrases.size(); i++) {
      Phrase phrase = phrases.get(i);
      if (phrase.first() != end + 1 || MoneyTerm.of(phrase) != MoneyTerm.CURRENCY) {
        return end;
      }
      end = phrase.last();
    }
    return end;
  }

  private static boolean isBeforeDigit(NormalizedText text, int at) {
    return at < text.text().length() && Character.isDigit(text.text().charAt(at));
  }

  /** Whether it can be a sum of somebody's money at all: no year, no small count. */
  boolean isSum(MoneyTerm term) {
    if (term == MoneyTerm.SCORE) {
      return digits == 3;
    }
    return digits >= 3 || (hasCurrency && digits == 2);
  }
}
