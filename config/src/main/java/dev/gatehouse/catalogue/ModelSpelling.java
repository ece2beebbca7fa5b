package dev.gatehouse.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A model's name in one spelling, and who is said to make it. Only differences that are known to be
 * spelling are levelled: letter case, dots for dashes, a date, the vendor in front. Whatever else
 * differs is another model.
 *
 * @param vendors the parts before the last slash, as in {@code models/} or {@code google/}
 * @param exact the last part, in lower case and with dashes for dots
 * @param name the same without a date, and in the catalogue's order of words
 */
record ModelSpelling(List<String> vendors, String exact, String name) {
  /** {@code -2025-04-14} (OpenAI), {@code -20251101} (Anthropic), {@code @20251101} (Vertex). */
  private static final Pattern DATE =
      Pattern.compile("-20\\d\\d-(0[1-9]|1[0-2])-[0-3]\\d$|[-@]20\\d\\d(0[1-9]|1[0-2])[0-3]\\d$");

  /** The newest date of the same model. */
  private static final Pattern LATEST = Pattern.compile("-latest$");

  /** Anthropic put the version first until Claude 4: {@code claude-3-7-sonnet}. */
  private static final Pattern OLD_CLAUDE =
      Pattern.compile("^claude-(\\d)-(\\d)-(opus|sonnet|haiku)$");

  /** Names under which a vendor's API serves the one model of that name. */
  private static final Map<String, String> SYNONYMS =
      Map.of(
          "gemini-3-pro-preview", "gemini-3-pro",
          "gemini-3-flash-preview", "gemini-3-flash",
          "gemini-2-0-flash-001", "gemini-2-0-flash",
          "gemini-2-0-flash-lite-001", "gemini-2-0-flash-lite",
          "claude-opus-4-0", "claude-opus-4",
          "claude-sonnet-4-0", "claude-sonnet-4");

  /**
   * Who may stand in front of a provider's models. Nobody where the models are open: a name such as
   * {@code deepseek/deepseek-v4-pro} is how other hosts sell them, at prices of their own.
   */
  private static final Map<String, Set<String>> VENDORS =
      Map.of(
          "deepseek", Set.of(),
          "mistral", Set.of(),
          "google", Set.of("google", "gemini", "models", "publishers"),
          "zhipu", Set.of("zhipu", "zhipuai", "zai", "z-ai", "zai-org", "thudm"),
          "minimax", Set.of("minimax", "minimaxai"));

  ModelSpelling {
    vendors = List.copyOf(vendors);
  }

  static ModelSpelling of(String model) {
    String[] parts = model.strip().toLowerCase(Locale.ROOT).split("/", -1);
    List<String> vendors = Arrays.asList(parts).subList(0, parts.length - 1);
    String exact = parts[parts.length - 1].replace('.', '-');
    return new ModelSpelling(vendors, exact, canonical(exact));
  }

  /** Whether every vendor named, if any, stands for this provider of the catalogue. */
  boolean mayBeFrom(String provider) {
    return VENDORS.getOrDefault(provider, Set.of(provider)).containsAll(vendors);
  }

  private static String canonical(String exact) {
    String undated = DATE.matcher(exact).replaceFirst("");
    String plain = LATEST.matcher(undated).replaceFirst("");
    String ordered = OLD_CLAUDE.matcher(plain).replaceFirst("claude-$3-$1-$2");
    return SYNONYMS.getOrDefault(ordered, ordered);
  }
}
