package dev.gatehouse.classify.privacy.names;

import dev.gatehouse.classify.privacy.text.Detector;

/** The detector of this package. */
public final class Names {

  private Names() {}

  /**
   * Finds names of people, titles, organisations, places, street addresses and nationalities, all
   * INTERNAL until their surroundings are judged.
   */
  public static Detector tagger() {
    return new NameTagger(NameModel.bundled());
  }

  /**
   * Whether a word is a plain one of some language, be it a name besides: baker, summer. Case does
   * not matter.
   */
  public static boolean isPlainWord(String word) {
    return NameModel.isPlainWord(word);
  }
}
