package dev.gatehouse.classify.privacy.identifiers;

import dev.gatehouse.classify.privacy.text.Alphabet;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Identifiers by form and check digit, all countries in one pass: from every word with a digit, or
 * before one, up to {@link #MOST_GROUPS} words with single separators between are looked up by
 * their shape.
 */
final class FormatFinder implements Finder {

  private static final int MOST_GROUPS = 8;
  private static final int LONGEST = 26;
  private static final int LONGEST_PREFIX = 5;
  private static final int SHAPE_BITS = 13;
  private static final String SEPARATORS = " -./+";

  private final Map<Long, List<IdFormat>> byShape = new HashMap<>();

  /** For the first bits of a shape whether a format's shape has the same. */
  private final boolean[] mayBe = new boolean[1 << SHAPE_BITS];

  FormatFinder(List<IdFormat> formats) {
    for (IdFormat format : formats) {
      for (String template : format.templates()) {
        long shape = shape(0, template, 0, template.length());
        mayBe[beginning(shape)] = true;
        byShape.computeIfAbsent(shape, _ -> new ArrayList<>()).add(format);
      }
    }
  }

  @Override
  public void find(Reading reading) {
    NormalizedText text = reading.normalized();
    Words words = text.words();
    int digit = text.nextDigit(0);
    for (int i = 0; i < words.count() && digit < text.text().length(); i++) {
      if (digit < words.start(i)) {
        digit = text.nextDigit(words.start(i));
      }
      if (digit <= words.end(i) + 1 && mayBegin(text.text(), words, i, digit)) {
        findFrom(reading, words, i);
      }
    }
  }

  /**
   * Whether a word may be the first group of an identifier.
   *
   * @param digit the place of the first digit from the word on
   */
  private static boolean mayBegin(String text, Words words, int first, int digit) {
    int start = words.start(first);
    int end = words.end(first);
    if (!Alphabet.ALPHANUMERIC.has(text.charAt(start)) || end - start > LONGEST) {
      return false;
    }
    if (isContinuation(text, start)) {
      return false;
    }
    return digit < end
        || (end - start <= LONGEST_PREFIX
            && digit == end + 1
            && SEPARATORS.indexOf(text.charAt(end)) >= 0);
  }

  /** Whether a sign joins the word to one with a digit before it, or to money. */
  private static boolean isContinuation(String text, int start) {
    if (start == 0) {
      return false;
    }
    char before = text.charAt(start - 1);
    return "$\u00a3\u20ac_".indexOf(before) >= 0
        || ("-./,+".indexOf(before) >= 0 && Alphabet.DIGIT.at(text, start - 2));
  }

  private void findFrom(Reading reading, Words words, int first) {
    String text = reading.text();
    int start = words.start(first);
    long shape = 0;
    int at = start;
    int word = first;
    for (int groups = 0; groups < MOST_GROUPS && word < words.count(); groups++) {
      int end = words.end(word);
      if (words.start(word) != at || end - start > LONGEST) {
        return;
      }
      shape = shape(shape, text, at, end);
      if (mayBe[beginning(shape)] && endsAt(text, end)) {
        List<IdFormat> formats = byShape.getOrDefault(shape, List.of());
        if (report(reading, formats, start, end)) {
          return;
        }
      }
      if (end + 1 >= text.length() || SEPARATORS.indexOf(text.charAt(end)) < 0) {
        return;
      }
      shape = shape(shape, text, end, end + 1);
      at = end + 1;
      word += text.charAt(end) == ' ' ? 1 : 2;
    }
  }

  private static boolean endsAt(String text, int end) {
    return end + 1 >= text.length()
        || "-./_,:".indexOf(text.charAt(end)) < 0
        || !Alphabet.ALPHANUMERIC.has(text.charAt(end + 1));
  }

  private static boolean report(Reading reading, List<IdFormat> formats, int start, int end) {
    String compact = formats.isEmpty() ? "" : compact(reading.text(), start, end);
    if (compact.isEmpty() || !reading.isFreeButForReferences(start, end)) {
      return false;
    }
    for (IdFormat format : formats) {
      if (format.check().test(compact)) {
        reading.add(format.rule(), start, end);
        return true;
      }
    }
    return false;
  }

  /**
   * Without separators, in upper case; empty where lower case stands beside a space or a capital.
   */
  private static String compact(String text, int start, int end) {
    StringBuilder compact = new StringBuilder(LONGEST);
    boolean spaced = false;
    boolean upper = false;
    boolean lower = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      spaced |= c == ' ';
      upper |= c >= 'A' && c <= 'Z';
      lower |= c >= 'a' && c <= 'z';
      if (Alphabet.ALPHANUMERIC.has(c)) {
        compact.append(c);
      }
    }
    return lower && (spaced || upper) ? "" : compact.toString().toUpperCase(Locale.ROOT);
  }

  private static int beginning(long shape) {
    return (int) (shape >>> (Long.SIZE - SHAPE_BITS));
  }

  private static long shape(long before, String text, int start, int end) {
    long shape = before;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      char kind = Alphabet.DIGIT.has(c) ? '9' : Alphabet.LETTER.has(c) ? 'A' : c;
      shape = (shape ^ kind) * 0x9E3779B97F4A7C15L + 1;
    }
    return shape;
  }
}
