package dev.gatehouse.provider.gemini;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a model tells of its requests.
 *
 * @param generation 2 for {@code gemini-2.5-flash}; 0 for a model that is no Gemini
 * @param pro whether it is one of the large ones, which cannot but think
 * @param thinks whether it can think
 */
record GeminiModel(int generation, boolean pro, boolean thinks) {
  private static final Pattern NAME = Pattern.compile("gemini-(\\d+)(?:\\.(\\d+))?-.*");

  static GeminiModel named(String id) {
    Matcher name = NAME.matcher(id);
    if (!name.matches()) {
      return new GeminiModel(0, false, false);
    }
    int generation = Integer.parseInt(name.group(1));
    boolean point5 = "5".equals(name.group(2));
    boolean thinks = generation > 2 || (generation == 2 && point5);
    return new GeminiModel(generation, id.contains("-pro"), thinks && !id.contains("embedding"));
  }

  /** Whether its calls are signed, and refused without (Gemini API, "Thought signatures"). */
  boolean signs() {
    return generation >= 3;
  }

  /** Whether it is told how hard to think by a word, and not by a number of tokens. */
  boolean thinksByLevel() {
    return generation >= 3;
  }

  /** Gemini API, "Function calling", multimodal function responses. */
  boolean takesMediaInResults() {
    return generation >= 3;
  }
}
