package dev.gatehouse.classify.privacy.secrets;

import dev.gatehouse.classify.privacy.text.Alphabet;
import dev.gatehouse.classify.privacy.text.Detector;
import dev.gatehouse.classify.privacy.text.Matches;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import java.util.List;
import java.util.stream.IntStream;

/** Keys that are known by their prefix. */
final class KeyFormatDetector implements Detector {

  private static final int ASCII = 128;

  private final List<List<KeyFormat>> byFirstCharacter;

  /** The two characters that prefixes begin with, as one number. */
  private final boolean[] beginnings = new boolean[ASCII * ASCII];

  KeyFormatDetector(List<KeyFormat> formats) {
    byFirstCharacter =
        IntStream.range(0, ASCII)
            .mapToObj(first -> formats.stream().filter(f -> f.prefix().charAt(0) == first).toList())
            .toList();
    for (KeyFormat format : formats) {
      beginnings[format.prefix().charAt(0) * ASCII + format.prefix().charAt(1)] = true;
    }
  }

  @Override
  public void detect(NormalizedText normalized, Matches matches) {
    String text = normalized.text();
    int next;
    for (int i = 0; i + 1 < text.length(); i = next) {
      next = mayBegin(text, i) ? Math.max(i + 1, detectAt(normalized, i, matches)) : i + 1;
    }
  }

  private boolean mayBegin(String text, int at) {
    char first = text.charAt(at);
    char second = text.charAt(at + 1);
    return first < ASCII
        && second < ASCII
        && beginnings[first * ASCII + second]
        && !Alphabet.ALPHANUMERIC.at(text, at - 1);
  }

  /** One past the key that begins at {@code start}, or -1. */
  private int detectAt(NormalizedText normalized, int start, Matches matches) {
    for (KeyFormat format : byFirstCharacter.get(normalized.text().charAt(start))) {
      int end = format.end(normalized.text(), start);
      if (end > 0) {
        matches.add(normalized, format.rule(), start, end);
        return end;
      }
    }
    return -1;
  }
}
