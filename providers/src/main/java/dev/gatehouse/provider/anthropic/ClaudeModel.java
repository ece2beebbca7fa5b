package dev.gatehouse.provider.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the request to one of Anthropic's models may say.
 *
 * @param maxOutputTokens the largest {@code max_tokens} it takes, where known
 * @param budgets whether it thinks within a budget ({@code thinking: enabled})
 * @param adapts whether it thinks as much as it sees fit ({@code thinking: adaptive})
 * @param efforts the words that it takes for {@code output_config.effort}; may be empty
 * @param constrains whether its answers and tool calls can be held to a schema
 */
record ClaudeModel(
    OptionalInt maxOutputTokens,
    boolean budgets,
    boolean adapts,
    Set<String> efforts,
    boolean constrains) {
  private static final List<String> EFFORTS = List.of("low", "medium", "high", "xhigh", "max");
  private static final Pattern NAME =
      Pattern.compile("claude-(?:([a-z]+)-)?(\\d{1,2})(?:-(\\d{1,2})(?!\\d))?(?!\\d).*");
  private static final int FIRST_THINKING = version(3, 7);
  private static final int FIRST_ADAPTIVE = version(4, 6);
  private static final int FIRST_ADAPTIVE_ONLY_OPUS = version(4, 7);
  private static final int FIRST_ADAPTIVE_ONLY = version(5, 0);
  private static final int FIRST_CONSTRAINED = version(4, 5);

  ClaudeModel {
    efforts = Set.copyOf(efforts);
  }

  /** Whether it can think at all. */
  boolean thinks() {
    return budgets || adapts;
  }

  /**
   * Whether it takes {@code temperature}, {@code top_p} and {@code top_k}: those that only adapt do
   * not (Anthropic, "Migrating to Claude Opus 4.7").
   */
  boolean samples() {
    return budgets || !adapts;
  }

  /**
   * What {@code GET /v1/models} tells of a model; older servers leave the capabilities out, and
   * then its name must do.
   */
  static ClaudeModel listed(JsonNode entry) {
    ClaudeModel named = named(entry.path("id").asText(""));
    JsonNode capabilities = entry.path("capabilities");
    OptionalInt limit =
        entry.path("max_tokens").asInt(0) > 0
            ? OptionalInt.of(entry.path("max_tokens").asInt())
            : named.maxOutputTokens;
    if (!capabilities.isObject()) {
      return new ClaudeModel(limit, named.budgets, named.adapts, named.efforts, named.constrains);
    }
    JsonNode thinking = capabilities.path("thinking").path("types");
    return new ClaudeModel(
        limit,
        supported(thinking.path("enabled")),
        supported(thinking.path("adaptive")),
        efforts(capabilities.path("effort")),
        supported(capabilities.path("structured_outputs")));
  }

  private static Set<String> efforts(JsonNode listed) {
    Set<String> words = new LinkedHashSet<>();
    for (String word : EFFORTS) {
      if (supported(listed.path(word))) {
        words.add(word);
      }
    }
    return words;
  }

  /** Whether a capability of that listing is there. */
  static boolean supported(JsonNode capability) {
    return capability.path("supported").asBoolean(false);
  }

  /**
   * What the name of a model tells ({@code claude-opus-4-8}, {@code claude-3-5-haiku-20241022}); of
   * a name that is none of Anthropic's, nothing is expected.
   */
  static ClaudeModel named(String id) {
    Matcher name = NAME.matcher(id);
    if (!name.matches()) {
      return new ClaudeModel(OptionalInt.empty(), false, false, Set.of(), false);
    }
    boolean opus = "opus".equals(name.group(1));
    String minor = name.group(3);
    int version =
        version(Integer.parseInt(name.group(2)), minor == null ? 0 : Integer.parseInt(minor));
    boolean adapts = version >= FIRST_ADAPTIVE;
    boolean adaptsOnly =
        version >= FIRST_ADAPTIVE_ONLY || (opus && version >= FIRST_ADAPTIVE_ONLY_OPUS);
    return new ClaudeModel(
        limit(opus, version),
        version >= FIRST_THINKING && !adaptsOnly,
        adapts,
        adapts ? efforts(opus, adaptsOnly) : Set.of(),
        version >= FIRST_CONSTRAINED);
  }

  private static int version(int major, int minor) {
    return 100 * major + minor;
  }

  private static Set<String> efforts(boolean opus, boolean newest) {
    if (newest) {
      return Set.copyOf(EFFORTS);
    }
    return opus ? Set.of("low", "medium", "high", "max") : Set.of("low", "medium", "high");
  }

  /** Anthropic, "Models overview": of the newest, the listing alone tells. */
  private static OptionalInt limit(boolean opus, int version) {
    if (version >= FIRST_ADAPTIVE) {
      return OptionalInt.empty();
    }
    if (version >= FIRST_THINKING) {
      return OptionalInt.of(opus && version < FIRST_CONSTRAINED ? 32_000 : 64_000);
    }
    return OptionalInt.of(version >= version(3, 5) ? 8192 : 4096);
  }
}
