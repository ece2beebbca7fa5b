package dev.gatehouse.classify.privacy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A string as detectors read it: digits, Latin look-alike forms, dashes and spaces folded to ASCII,
 * invisible characters gone; with the way back to the original's offsets.
 */
final class NormalizedText {

  /** Values kept of one string; a string with more is reported as a whole. */
  static final int MAX_MATCHES = 1_000;

  /** JSON within JSON within JSON: how many layers of escapes are taken off. */
  private static final int MAX_ESCAPE_LAYERS = 3;

  private final String text;
  private final @Nullable OffsetMap map;
  private final String label;
  private final CharacterProfile profile;

  private NormalizedText(String text, @Nullable OffsetMap map, String label) {
    this.text = text;
    this.map = map;
    this.label = label;
    this.profile = CharacterProfile.of(text);
  }

  /**
   * Normalises a string.
   *
   * @param label the key that the string is the value of; empty text where there is none
   */
  static NormalizedText of(String original, String label) {
    return folded(original, null, label);
  }

  /**
   * The same string with JSON's backslash escapes decoded, for JSON that travels as text (a tool
   * call's arguments); empty where there are none.
   */
  Optional<NormalizedText> unescaped() {
    if (!has('\\')) {
      return Optional.empty();
    }
    String current = text;
    OffsetMap currentMap = map;
    for (int layer = 0; layer < MAX_ESCAPE_LAYERS && current.indexOf('\\') >= 0; layer++) {
      OffsetMap decoded = JsonEscapes.decode(current, currentMap);
      current = decoded.text();
      currentMap = decoded;
    }
    return Optional.of(folded(current, currentMap, label));
  }

  private static NormalizedText folded(String text, @Nullable OffsetMap map, String label) {
    if (UnicodeFolding.isPlain(text)) {
      return new NormalizedText(text, map, label);
    }
    OffsetMap folded = UnicodeFolding.fold(text, map);
    return new NormalizedText(folded.text(), folded, label);
  }

  String text() {
    return text;
  }

  String label() {
    return label;
  }

  /** Whether an ASCII character occurs in the text. */
  boolean has(char ascii) {
    return profile.has(ascii);
  }

  /** How many ASCII digits the text has, folded ones among them. */
  int digits() {
    return profile.digits();
  }

  /** The original's offset of the unit at {@code start}. */
  int originalStart(int start) {
    return map == null ? start : map.start(start);
  }

  /** The original's offset one past the unit before {@code end}; {@code end} is above 0. */
  int originalEnd(int end) {
    return map == null ? end : map.end(end - 1);
  }
}
