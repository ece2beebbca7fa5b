package dev.gatehouse.provider.anthropic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.config.Capability;
import dev.gatehouse.inference.Reasoning;
import dev.gatehouse.json.Json;
import dev.gatehouse.provider.ChatCall;
import java.util.Locale;
import java.util.Optional;

/**
 * How a model shall think, in Anthropic's words.
 *
 * @param field the {@code thinking} object
 * @param effort for {@code output_config.effort}
 * @param maxTokens the limit of the answer with its thoughts
 */
record Thinking(Optional<ObjectNode> field, Optional<String> effort, int maxTokens) {
  private static final int SMALLEST_BUDGET = 1024;

  /** Whether it will think because it is told to. */
  boolean on() {
    return field.filter(object -> !object.path("type").asText("").equals("disabled")).isPresent();
  }

  /**
   * What one call asks for.
   *
   * @param allowed false where Anthropic forbids it: a tool must be called, or the results of tools
   *     come back without the signed thoughts that led to the calls
   */
  static Thinking of(ChatCall call, ClaudeModel model, boolean allowed) {
    Optional<Reasoning> asked = call.request().options().reasoning();
    Limit limit = Limit.of(call, model);
    if (asked.isEmpty() || !call.model().capabilities().contains(Capability.THINKING)) {
      return new Thinking(Optional.empty(), Optional.empty(), limit.answer());
    }
    Optional<String> effort = effort(asked.get(), model);
    if (asked.get() instanceof Reasoning.Off) {
      return new Thinking(Optional.of(typed("disabled")), Optional.empty(), limit.answer());
    }
    if (!allowed) {
      return new Thinking(Optional.empty(), effort, limit.answer());
    }
    boolean budgeted = asked.get() instanceof Reasoning.Budget && model.budgets();
    return model.adapts() && !budgeted
        ? adaptive(budget(asked.get()), effort, limit)
        : budgeted(budget(asked.get()), limit);
  }

  private static ObjectNode typed(String type) {
    return Json.object().put("type", type);
  }

  /** Newer models show their thoughts only if told to. */
  private static Thinking adaptive(int budget, Optional<String> effort, Limit limit) {
    ObjectNode field = typed("adaptive").put("display", "summarized");
    return new Thinking(Optional.of(field), effort, limit.with(budget));
  }

  /** The budget lies below the limit of the answer; where there is no room, there is no thought. */
  private static Thinking budgeted(int wanted, Limit limit) {
    int maxTokens = limit.with(Math.max(wanted, SMALLEST_BUDGET));
    int budget = Math.min(Math.max(wanted, SMALLEST_BUDGET), maxTokens - 1);
    if (budget < SMALLEST_BUDGET) {
      return new Thinking(Optional.empty(), Optional.empty(), limit.answer());
    }
    ObjectNode field = typed("enabled").put("budget_tokens", budget);
    return new Thinking(Optional.of(field), Optional.empty(), maxTokens);
  }

  private static int budget(Reasoning reasoning) {
    return switch (reasoning) {
      case Reasoning.Off() -> 0;
      case Reasoning.On() -> budget("medium");
      case Reasoning.Budget(int tokens) -> tokens;
      case Reasoning.Effort(String level) -> budget(level);
    };
  }

  private static int budget(String effort) {
    return switch (effort.toLowerCase(Locale.ROOT)) {
      case "minimal", "low" -> SMALLEST_BUDGET;
      case "medium" -> 4096;
      default -> 16384;
    };
  }

  private static Optional<String> effort(Reasoning reasoning, ClaudeModel model) {
    return switch (reasoning) {
      case Reasoning.Off(), Reasoning.On() -> Optional.empty();
      case Reasoning.Budget(int tokens) -> known(word(tokens), model);
      case Reasoning.Effort(String level) -> known(level.toLowerCase(Locale.ROOT), model);
    };
  }

  private static String word(int budget) {
    if (budget <= SMALLEST_BUDGET) {
      return "low";
    }
    return budget <= 8192 ? "medium" : "high";
  }

  /** The nearest word that the model takes. */
  private static Optional<String> known(String word, ClaudeModel model) {
    if (model.efforts().contains(word)) {
      return Optional.of(word);
    }
    return switch (word) {
      case "minimal" -> Optional.of("low").filter(model.efforts()::contains);
      case "xhigh" -> known("max", model);
      case "max" -> Optional.of("high").filter(model.efforts()::contains);
      default -> Optional.empty();
    };
  }

  /**
   * How long an answer may get.
   *
   * @param answer in tokens, thoughts included, if none are asked for
   * @param extensible whether thoughts may be added to it: nobody set the limit
   * @param most the model's own limit
   */
  private record Limit(int answer, boolean extensible, int most) {

    static Limit of(ChatCall call, ClaudeModel model) {
      int most = model.maxOutputTokens().orElse(Integer.MAX_VALUE);
      int wanted = call.request().options().maxOutputTokens().orElse(call.maxOutputTokens());
      boolean extensible =
          call.request().options().maxOutputTokens().isEmpty()
              && call.limit() == ChatCall.Limit.WHERE_NEEDED;
      return new Limit(Math.min(wanted, most), extensible, most);
    }

    int with(int thoughts) {
      return extensible ? (int) Math.min((long) answer + thoughts, most) : answer;
    }
  }
}
