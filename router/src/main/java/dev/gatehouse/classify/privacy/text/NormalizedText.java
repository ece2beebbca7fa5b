package dev.gatehouse.classify.privacy.text;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A string as detectors read it: digits, Latin look-alike forms, dashes and spaces folded to ASCII,
 * invisible characters gone; with the way back to the original's offsets.
 */
public final class NormalizedText {

  /** Values kept of one string; a string with more is reported as a whole. */
  public static final int MAX_MATCHES = 1_000;

  /** JSON within JSON within JSON: how many layers of escapes are taken off. */
  private static final int MAX_ESCAPE_LAYERS = 3;

  private final String text;
  private final @Nullable OffsetMap map;
  private final Surroundings surroundings;
  private final CharacterProfile profile;
  private @Nullable Words words;

  private NormalizedText(String text, @Nullable OffsetMap map, Surroundings surroundings) {
    this.text = text;
    this.map = map;
    this.surroundings = surroundings;
    this.profile = CharacterProfile.of(text);
  }

  /**
   * Normalises a string.
   *
   * @param surroundings where the string stands
   */
  public static NormalizedText of(String original, Surroundings surroundings) {
    return folded(original, null, surroundings);
  }

  /**
   * The same string with JSON's backslash escapes decoded, for JSON that travels as text (a tool
   * call's arguments); empty where there are none.
   */
  public Optional<NormalizedText> unescaped() {
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
    return Optional.of(folded(current, currentMap, surroundings));
  }

  private static NormalizedText folded(
      String text, @Nullable OffsetMap map, Surroundings surroundings) {
    if (UnicodeFolding.isPlain(text)) {
      return new NormalizedText(text, map, surroundings);
    }
    OffsetMap folded = UnicodeFolding.fold(text, map);
    return new NormalizedText(folded.text(), folded, surroundings);
  }

  /** What detectors read. */
  public String text() {
    return text;
  }

  /** The key that the string is the value of; empty text where there is none. */
  public String label() {
    return surroundings.key();
  }

  /** Where the string stands. */
  public Surroundings surroundings() {
    return surroundings;
  }

  /** The words of the text, parted once. Like the whole text, for one thread at a time. */
  public Words words() {
    Words known = words;
    if (known == null) {
      known = Words.of(text);
      words = known;
    }
    return known;
  }

  /** Whether an ASCII character occurs in the text. */
  public boolean has(char ascii) {
    return profile.has(ascii);
  }

  /** How many ASCII digits the text has, folded ones among them. */
  public int digits() {
    return profile.digits();
  }

  /** The original's offset of the unit at {@code start}. */
  public int originalStart(int start) {
    return map == null ? start : map.start(start);
  }

  /** The original's offset one past the unit before {@code end}; {@code end} is above 0. */
  public int originalEnd(int end) {
    return map == null ? end : map.end(end - 1);
  }
}
