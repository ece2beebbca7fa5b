package dev.gatehouse.classify.privacy.secrets;

import dev.gatehouse.classify.privacy.text.Alphabet;
import dev.gatehouse.classify.privacy.text.ResourceLines;
import java.util.List;

/** The key formats that vendors publish: {@code key-formats.txt} beside this class. */
final class KeyFormats {

  /** A longer prefix stands before a shorter one that it begins with. */
  static final List<KeyFormat> ALL =
      ResourceLines.of(KeyFormats.class, "key-formats.txt").stream()
          .map(KeyFormats::format)
          .toList();

  private KeyFormats() {}

  private static KeyFormat format(String line) {
    String[] part = line.split(" ", 5);
    int most = part[4].equals("-") ? KeyFormat.OPEN_ENDED : Integer.parseInt(part[4]);
    Alphabet alphabet = Alphabet.valueOf(part[2]);
    return new KeyFormat(part[0], part[1], alphabet, Integer.parseInt(part[3]), most);
  }
}
