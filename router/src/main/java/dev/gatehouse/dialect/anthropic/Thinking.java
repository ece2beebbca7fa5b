package dev.gatehouse.dialect.anthropic;

import dev.gatehouse.dialect.Fields;
import dev.gatehouse.dialect.InvalidRequestException;
import dev.gatehouse.inference.Reasoning;
import java.util.Optional;
import java.util.OptionalInt;

/** The fields {@code thinking} and {@code output_config.effort}. */
final class Thinking {
  private static final int SMALLEST_BUDGET = 1024;

  private final Optional<Fields> thinking;
  private final Optional<String> effort;
  private final String type;

  Thinking(Fields fields) {
    this.thinking =
        fields.has("thinking") ? Optional.of(fields.object("thinking")) : Optional.empty();
    this.effort =
        fields.has("output_config")
            ? fields.object("output_config").optionalText("effort")
            : Optional.empty();
    this.type = thinking.map(each -> each.text("type")).orElse("");
  }

  /** How much the model shall think; empty leaves it to the model. */
  Optional<Reasoning> reasoning() {
    Optional<Reasoning> level = effort.map(Reasoning.Effort::new);
    return switch (type) {
      case "" -> level;
      case "disabled" -> Optional.of(new Reasoning.Off());
      case "enabled" -> Optional.of(new Reasoning.Budget(budget()));
      case "adaptive" -> level.or(() -> Optional.of(new Reasoning.On()));
      default -> throw thinking.orElseThrow().wrong("type", "enabled, disabled or adaptive");
    };
  }

  private int budget() {
    Fields enabled = thinking.orElseThrow();
    int budget =
        enabled
            .count("budget_tokens")
            .orElseThrow(
                () -> new InvalidRequestException("thinking.budget_tokens", "Field required"));
    if (budget < SMALLEST_BUDGET) {
      throw new InvalidRequestException(
          "thinking.enabled.budget_tokens",
          "Input should be greater than or equal to " + SMALLEST_BUDGET);
    }
    return budget;
  }

  /**
   * Refuses a budget that leaves no room for an answer.
   *
   * @param interleaved whether the budget is for all the turns of a tool loop, and may be larger
   */
  void requireRoomWithin(OptionalInt maxTokens, boolean interleaved) {
    if (type.equals("enabled") && !interleaved && maxTokens.isPresent()) {
      if (maxTokens.getAsInt() <= budget()) {
        throw new InvalidRequestException(
            "max_tokens", "`max_tokens` must be greater than `thinking.budget_tokens`");
      }
    }
  }

  boolean shown() {
    boolean asked = type.equals("enabled") || type.equals("adaptive");
    return asked
        && !thinking.flatMap(each -> each.optionalText("display")).equals(Optional.of("omitted"));
  }
}
