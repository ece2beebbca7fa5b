package dev.gatehouse.classify.privacy.statement;

import dev.gatehouse.classify.privacy.text.NormalizedText;
import java.util.List;

/** Which of the languages a text is written in, told by its most common little words. */
public final class Languages {

  /** Of a text in which nothing tells. */
  static final int ALL = (1 << Language.COUNT) - 1;

  /** A language with fewer than one in so many of the leading one's words is not in the text. */
  private static final int MINORITY = 3;

  /** Words of a text that are looked at. */
  private static final int LOOKED_AT = 400;

  private static final Phrases FUNCTION_WORDS =
      PhraseFile.all(
          Languages.class,
          "cues",
          (kind, language) -> kind.equals("FUNCTION") ? language.bit() : 0);

  private Languages() {}

  /** As {@link Language#bit} set; all of them where nothing tells. */
  public static int of(NormalizedText text) {
    List<Phrase> found = FUNCTION_WORDS.in(text, LOOKED_AT);
    int[] counts = new int[Language.COUNT];
    int most = 0;
    for (Phrase word : found) {
      for (int language = 0; language < counts.length; language++) {
        counts[language] += word.meaning() >>> language & 1;
        most = Math.max(most, counts[language]);
      }
    }
    if (most == 0) {
      return ALL;
    }
    int languages = 0;
    for (int language = 0; language < counts.length; language++) {
      languages |= counts[language] * MINORITY >= most ? 1 << language : 0;
    }
    return languages;
  }
}
