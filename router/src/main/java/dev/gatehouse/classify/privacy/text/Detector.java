package dev.gatehouse.classify.privacy.text;

/**
 * Finds one kind of value in one text. Keeps no state, takes time linear in the text whatever it
 * holds, and looks first whether the text can hold such a value at all.
 */
public interface Detector {

  /** Adds what it finds to {@code matches}, at offsets of {@code text.text()}. */
  void detect(NormalizedText text, Matches matches);

  /** UTF-16 units of the shortest text to read that was decoded out of a string. */
  default int shortestDecoded() {
    return 0;
  }
}
