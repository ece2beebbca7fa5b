package dev.gatehouse.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The list price of one model.
 *
 * @param providerName the catalogue's provider, as in {@code openai} or {@code google}
 * @param model canonical model name in the catalogue, as in {@code gpt-4.1-mini}
 * @param tokens what tokens cost
 * @param longInput what they cost in a call with much input, where that is something else
 * @param use what the model is for
 * @param contextTokens longest prompt and answer together, in tokens, where the list says so
 * @param tier how much the model can be asked
 * @param asOf the day the price was valid
 */
public record ModelPrice(
    String providerName,
    String model,
    TokenPrices tokens,
    Optional<LongInput> longInput,
    Use use,
    OptionalInt contextTokens,
    Tier tier,
    LocalDate asOf) {

  public ModelPrice {
    if (longInput.isPresent() && longInput.get().isCheaperThan(tokens)) {
      throw new IllegalArgumentException(model + ": a long input must not be cheaper");
    }
  }

  /** The price of a model that chats, the same for inputs of any length. */
  public static ModelPrice of(
      String providerName, String model, TokenPrices tokens, Tier tier, LocalDate asOf) {
    return new ModelPrice(
        providerName, model, tokens, Optional.empty(), Use.CHAT, OptionalInt.empty(), tier, asOf);
  }

  /** US dollars per million input tokens. */
  public BigDecimal input() {
    return tokens.input();
  }

  /** US dollars per million output tokens. */
  public BigDecimal output() {
    return tokens.output();
  }

  /** How much can be asked of it in text, 0 (nothing) to 1 (anything); our estimate. */
  public double quality() {
    return switch (use) {
      case CHAT -> tier.quality();
      case EMBEDDING, SOUND -> 0;
    };
  }

  /** What every token of a call costs that has so many input tokens, cached ones included. */
  public TokenPrices tokensFor(long inputTokens) {
    return longInput
        .filter(dearer -> inputTokens > dearer.aboveTokens())
        .map(LongInput::tokens)
        .orElse(tokens);
  }

  /** The same price for a call without sound. */
  public ModelPrice withoutSound() {
    return new ModelPrice(
        providerName,
        model,
        tokens.withoutSound(),
        longInput.map(
            dearer -> new LongInput(dearer.aboveTokens(), dearer.tokens().withoutSound())),
        use,
        contextTokens,
        tier,
        asOf);
  }

  /**
   * The prices of calls with more input tokens than a limit; they hold for all of the call's
   * tokens.
   *
   * @param aboveTokens the most input tokens, cached ones included, at the usual prices
   */
  public record LongInput(long aboveTokens, TokenPrices tokens) {
    private boolean isCheaperThan(TokenPrices usual) {
      return tokens.dearestInput().compareTo(usual.dearestInput()) < 0
          || tokens.dearestOutput().compareTo(usual.dearestOutput()) < 0
          || tokens.input().compareTo(usual.input()) < 0
          || tokens.output().compareTo(usual.output()) < 0;
    }
  }

  /** What a model is for. */
  public enum Use {
    /** Answers in text. */
    CHAT,
    /** Turns text into vectors, and cannot answer. */
    EMBEDDING,
    /** Answers calls that hold sound or ask for it; its vendor refuses others. */
    SOUND
  }

  /**
   * The cost guide's three classes of cloud models.
   *
   * <p>The guide ranks them by price and by use; it gives no measure of quality. {@link #quality}
   * is our own estimate, to be replaced by what the operator states for a model.
   */
  public enum Tier {
    /** High volume and simple tasks. */
    BUDGET(0.60),
    /** General use. */
    MID(0.75),
    /** The hardest tasks. */
    PREMIUM(0.95);

    private static final BigDecimal DEAREST_BUDGET = BigDecimal.valueOf(2);
    private static final BigDecimal DEAREST_MID = BigDecimal.valueOf(8);

    private final double quality;

    Tier(double quality) {
      this.quality = quality;
    }

    /**
     * The tier that a price speaks for, half of the tokens in and half out: up to 1 dollar per
     * million budget, up to 4 mid. Every row of the guide falls into its own tier so.
     */
    public static Tier of(TokenPrices tokens) {
      BigDecimal both = tokens.input().add(tokens.output());
      if (both.compareTo(DEAREST_BUDGET) <= 0) {
        return BUDGET;
      }
      return both.compareTo(DEAREST_MID) <= 0 ? MID : PREMIUM;
    }

    /** How much can be asked of a model of this tier, 0 (nothing) to 1 (anything); our estimate. */
    public double quality() {
      return quality;
    }
  }
}
