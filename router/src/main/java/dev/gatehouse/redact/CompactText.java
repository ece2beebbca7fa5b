package dev.gatehouse.redact;

import dev.gatehouse.classify.privacy.text.Scripts;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text without what one value can be written with in several ways: letters in one case, without
 * accents, digits of every script as ASCII ones, and nothing between them.
 *
 * @param characters letters and digits
 * @param starts where each stands in the text
 * @param ends one past where it stands
 * @param separators how many characters stand between it and the one before, up to a few
 */
record CompactText(String characters, int[] starts, int[] ends, byte[] separators) {
  private static final byte MANY = 100;

  static CompactText of(String text) {
    return new Builder(text.length()).read(text);
  }

  int length() {
    return characters.length();
  }

  /** Whether a word begins between this character and the one before, whatever is looked for. */
  boolean isParted(int at) {
    return at == 0
        || at == length()
        || separators[at] > 0
        || Scripts.isUnspaced(characters.charAt(at))
        || Scripts.isUnspaced(characters.charAt(at - 1));
  }

  /** Whether a digit stands beside a letter here. */
  boolean changesKind(int at) {
    return Character.isDigit(characters.charAt(at)) != Character.isDigit(characters.charAt(at - 1));
  }

  private static final class Builder {
    private final StringBuilder characters;
    private int[] starts;
    private int[] ends;
    private byte[] separators;
    private byte since = MANY;

    Builder(int size) {
      characters = new StringBuilder(size);
      starts = new int[size];
      ends = new int[size];
      separators = new byte[size];
    }

    CompactText read(String text) {
      int next;
      for (int at = 0; at < text.length(); at = next) {
        int each = text.codePointAt(at);
        next = at + Character.charCount(each);
        if (each < 0x80) {
          read(each, at, next);
        } else {
          readFolded(each, at, next);
        }
      }
      return new CompactText(characters.toString(), starts, ends, separators);
    }

    private void readFolded(int codePoint, int at, int next) {
      String folded = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD);
      String lower = folded.toLowerCase(Locale.ROOT);
      lower.codePoints().forEach(each -> read(each, at, next));
    }

    private void read(int each, int at, int next) {
      if (Character.isDigit(each)) {
        add(Character.forDigit(Character.digit(each, 10), 10), at, next);
      } else if (Character.isLetter(each)) {
        Character.toString(Character.toLowerCase(each))
            .chars()
            .forEach(unit -> add((char) unit, at, next));
      } else if (!isUnseen(each) && since < MANY) {
        since++;
      }
    }

    private static boolean isUnseen(int each) {
      int type = Character.getType(each);
      return type == Character.NON_SPACING_MARK || type == Character.FORMAT;
    }

    private void add(char each, int at, int next) {
      int index = characters.length();
      if (index == starts.length) {
        int size = Math.max(16, index * 2);
        starts = Arrays.copyOf(starts, size);
        ends = Arrays.copyOf(ends, size);
        separators = Arrays.copyOf(separators, size);
      }
      characters.append(each);
      starts[index] = at;
      ends[index] = next;
      separators[index] = since;
      since = 0;
    }
  }
}
