package dev.gatehouse.provider.openai;

import dev.gatehouse.inference.Reasoning;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * OpenAI's {@code reasoning_effort}: which words a model takes, and which of them says what a
 * request wants.
 */
final class ReasoningEffort {

  /** What servers take that have reasoning models of their own. */
  static final List<String> USUAL = List.of("low", "medium", "high");

  private static final List<String> ALL =
      List.of("none", "minimal", "low", "medium", "high", "xhigh", "max");

  /**
   * The budgets that Gemini's OpenAI-compatible endpoint stands for with these words
   * (ai.google.dev/gemini-api/docs/openai).
   */
  private static final int LOW_TOKENS = 1024;

  private static final int MEDIUM_TOKENS = 8192;

  private static final Pattern O_SERIES = Pattern.compile("o[1-9](-.*)?");
  private static final Pattern GPT = Pattern.compile("gpt-(\\d{1,3})(?:\\.(\\d{1,3}))?(-.*)?");

  private ReasoningEffort() {}

  /**
   * The words that a model of OpenAI takes, least first; empty for a model that does not reason
   * (platform.openai.com/docs/guides/reasoning).
   */
  static List<String> words(String modelId) {
    String id = modelId.startsWith("ft:") ? modelId.substring(3) : modelId;
    if (id.startsWith("o1-mini") || id.startsWith("o1-preview")) {
      return List.of();
    }
    Matcher gpt = GPT.matcher(id);
    if (gpt.matches()) {
      return gpt(number(gpt.group(1)), number(gpt.group(2)), String.valueOf(gpt.group(3)));
    }
    return O_SERIES.matcher(id).matches() ? USUAL : List.of();
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static List<String> gpt(int major, int minor, String kind) {
    if (major < 5 || kind.startsWith("-chat")) {
      return List.of();
    }
    if (kind.startsWith("-codex")) {
      return USUAL;
    }
    if (kind.startsWith("-pro")) {
      return List.of("high");
    }
    if (major == 5 && minor == 0) {
      return List.of("minimal", "low", "medium", "high");
    }
    return major == 5 && minor == 1
        ? List.of("none", "low", "medium", "high")
        : List.of("none", "low", "medium", "high", "xhigh");
  }

  /**
   * The word for what a request wants; empty where none of them says it.
   *
   * @param words what the model takes, least first
   */
  static Optional<String> of(Reasoning wanted, List<String> words) {
    if (words.isEmpty()) {
      return Optional.empty();
    }
    return switch (wanted) {
      case Reasoning.Off() ->
          words.stream().filter(word -> word.equals("none") || word.equals("minimal")).findFirst();
      case Reasoning.On() -> Optional.of(nearest("medium", words));
      case Reasoning.Effort(String level) ->
          Optional.of(nearest(level.toLowerCase(Locale.ROOT), words));
      case Reasoning.Budget(int tokens) -> Optional.of(nearest(word(tokens), words));
    };
  }

  private static String word(int tokens) {
    if (tokens <= LOW_TOKENS) {
      return "low";
    }
    return tokens <= MEDIUM_TOKENS ? "medium" : "high";
  }

  /** A word that nobody knows goes as it is: the server shall say that it is wrong. */
  private static String nearest(String word, List<String> words) {
    int rank = ALL.indexOf(word);
    if (rank < 0) {
      return word;
    }
    return words.stream()
        .filter(each -> ALL.indexOf(each) >= rank)
        .findFirst()
        .orElse(words.getLast());
  }
}
