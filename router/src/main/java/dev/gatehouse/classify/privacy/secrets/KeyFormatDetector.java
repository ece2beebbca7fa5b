package dev.gatehouse.classify.privacy.secrets;

import dev.gatehouse.classify.privacy.text.Alphabet;
import dev.gatehouse.classify.privacy.text.Detector;
import dev.gatehouse.classify.privacy.text.Matches;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import java.util.List;
import java.util.stream.IntStream;

/** Keys that are known by their prefix. */
final class KeyFormatDetector implements Detector {

  private final List<List<KeyFormat>> byFirstCharacter;

  KeyFormatDetector(List<KeyFormat> formats) {
    byFirstCharacter =
        IntStream.range(0, 128)
            .mapToObj(first -> formats.stream().filter(f -> f.prefix().charAt(0) == first).toList())
            .toList();
  }

  @Override
  public void detect(NormalizedText normalized, Matches matches) {
    String text = normalized.text();
    int i = 0;
    while (i < text.length()) {
      int end = Alphabet.ALPHANUMERIC.at(text, i - 1) ? -1 : detectAt(normalized, i, matches);
      i = Math.max(i + 1, end);
    }
  }

  /** One past the key that begins at {@code start}, or -1. */
  private int detectAt(NormalizedText normalized, int start, Matches matches) {
    char first = normalized.text().charAt(start);
    if (first >= 128) {
      return -1;
    }
    for (KeyFormat format : byFirstCharacter.get(first)) {
      int end = format.end(normalized.text(), start);
      if (end > 0) {
        matches.add(normalized, format.rule(), start, end);
        return end;
      }
    }
    return -1;
  }
}
