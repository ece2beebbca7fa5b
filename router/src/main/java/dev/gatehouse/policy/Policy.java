package dev.gatehouse.policy;

import dev.gatehouse.catalogue.ModelPrice;
import dev.gatehouse.catalogue.PriceCatalogue;
import dev.gatehouse.config.Capability;
import dev.gatehouse.config.Locality;
import dev.gatehouse.config.PolicyConfig;
import dev.gatehouse.config.PolicyConfig.UnknownPrice;
import dev.gatehouse.config.Quality;
import dev.gatehouse.inference.InferenceRequest;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.meter.Meter;
import dev.gatehouse.provider.Model;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Chooses: first the hard filters (name, privacy, capability, context, price, health), then the
 * cheapest candidate that is expected to do, then dearer ones that are, then the rest by how much
 * they can be asked.
 */
public final class Policy {
  /**
   * Answer length taken as expected where the request sets no limit; the cost guide's own examples
   * use 500.
   */
  static final int EXPECTED_OUTPUT_TOKENS = 500;

  /**
   * Output tokens that money is set aside for where the request sets no limit. Where a budget or
   * x-gatehouse-max-cost holds, it is also sent upstream as the answer's limit, so that it is a
   * bound.
   */
  public static final int OUTPUT_TOKENS_BOUND = 16_384;

  private static final double UNKNOWN_CLOUD_QUALITY = 0.75;
  private static final double UNKNOWN_LOCAL_QUALITY = 0.40;

  private final PolicyConfig config;
  private final PriceCatalogue prices;
  private final Meter meter;

  /** A policy over a price list. */
  public Policy(PolicyConfig config, PriceCatalogue prices, Meter meter) {
    this.config = config;
    this.prices = prices;
    this.meter = meter;
  }

  /** Decides; the same situation always gives the same decision. */
  public Decision decide(Situation situation) {
    ModelName name =
        ModelName.read(situation.request().requestModel(), config.aliases(), situation.models());
    if (name instanceof ModelName.Unknown) {
      return new Decision.Refuse(
          Decision.Cause.MODEL_NOT_FOUND, notFound(), Optional.empty(), List.of());
    }
    Quality quality = quality(name, situation);
    List<Candidate> all =
        situation.models().stream().map(model -> assess(model, name, situation)).toList();
    List<Candidate> ranked =
        all.stream()
            .filter(Candidate::eligible)
            .sorted(order(quality, situation.complexity().difficulty()))
            .toList();
    if (situation.wantsEmbeddings()) {
      ranked = oneVectorSpace(ranked);
    }
    if (ranked.isEmpty()) {
      return new Refusal(situation, name, all).decision();
    }
    List<Candidate> shown =
        Stream.concat(ranked.stream(), all.stream().filter(candidate -> !candidate.eligible()))
            .toList();
    String reason =
        reason(ranked.getFirst(), name, quality, situation) + seen(ranked.getFirst(), situation);
    return new Decision.Route(ranked, shown, reason, reference(all, situation));
  }

  /** Whether a CLOUD model is asked for at all: by its own name, or because any will do. */
  public boolean mayAskCloud(InferenceRequest request, List<Model> models) {
    ModelName name = ModelName.read(request.requestModel(), config.aliases(), models);
    return models.stream()
        .anyMatch(model -> model.locality() == Locality.CLOUD && askedFor(model, name));
  }

  /** Vectors of different models cannot be compared: only the same model may stand in. */
  private static List<Candidate> oneVectorSpace(List<Candidate> ranked) {
    return ranked.stream()
        .filter(each -> each.model().id().equals(ranked.getFirst().model().id()))
        .toList();
  }

  private static String notFound() {
    return "the model asked for does not exist here; GET /v1/models lists what does, and 'auto' lets the gateway choose";
  }

  private Quality quality(ModelName name, Situation situation) {
    return switch (name) {
      case ModelName.Auto(Optional<Quality> asked) ->
          asked.or(situation::quality).orElse(config.quality());
      case ModelName.AnyLocal _, ModelName.AnyCloud _, ModelName.Named _, ModelName.Unknown _ ->
          situation.quality().orElse(config.quality());
    };
  }

  private Candidate assess(Model model, ModelName name, Situation situation) {
    Optional<ModelPrice> price = price(model);
    Optional<BigDecimal> expected =
        price.map(each -> meter.listCost(expectedUsage(situation), each));
    BigDecimal bound = price.map(each -> bound(situation, each)).orElse(BigDecimal.ZERO);
    Optional<Obstacle> obstacle = obstacle(model, name, situation, bound);
    String reason =
        obstacle.map(each -> why(each, model, situation)).orElseGet(() -> able(model, situation));
    Optional<BigDecimal> cost =
        model.locality() == Locality.LOCAL
            ? expected.or(() -> Optional.of(BigDecimal.ZERO))
            : expected;
    return new Candidate(model, obstacle, reason, price, cost, bound);
  }

  private static String able(Model model, Situation situation) {
    String redacted = model.locality() == Locality.CLOUD ? redacted(situation) : "";
    return redacted.isEmpty() ? "can take it" : "can take it, " + redacted;
  }

  /** Of how many values CLOUD models get none; empty text where they get all. */
  private static String redacted(Situation situation) {
    int values = situation.passage().replacedValues();
    return values == 0 ? "" : "redacted: " + values + (values == 1 ? " value" : " values");
  }

  private Optional<ModelPrice> price(Model model) {
    if (model.price().isPresent() || model.locality() == Locality.LOCAL) {
      return model.price();
    }
    return config.unknownPrice() == UnknownPrice.CEILING ? prices.ceiling() : Optional.empty();
  }

  private static Usage expectedUsage(Situation situation) {
    int limit = situation.maxOutputTokens().orElse(EXPECTED_OUTPUT_TOKENS);
    return Usage.of(situation.inputTokens().tokens(), Math.min(limit, EXPECTED_OUTPUT_TOKENS));
  }

  /** A field that nobody models may ask for sound. */
  private BigDecimal bound(Situation situation, ModelPrice price) {
    Map<Capability, String> needs = situation.request().needs();
    boolean sound =
        needs.containsKey(Capability.AUDIO) || needs.containsKey(Capability.VERBATIM_FIELDS);
    return meter.upperBound(
        inputBound(situation), outputBound(situation), sound ? price : price.withoutSound());
  }

  /** Fields that nobody models go upstream as well; no token is shorter than a byte. */
  private static long inputBound(Situation situation) {
    long bound = situation.inputTokens().upperBound();
    boolean unmodelled = situation.request().needs().containsKey(Capability.VERBATIM_FIELDS);
    return unmodelled ? Math.max(bound, situation.request().body().bytes().length) : bound;
  }

  private static long outputBound(Situation situation) {
    long one = situation.maxOutputTokens().orElse(OUTPUT_TOKENS_BOUND);
    return one * situation.choices();
  }

  private Optional<Obstacle> obstacle(
      Model model, ModelName name, Situation situation, BigDecimal bound) {
    if (!askedFor(model, name)) {
      return Optional.of(Obstacle.NOT_ASKED_FOR);
    }
    if (!situation.passage().permits(model.locality())) {
      return Optional.of(Obstacle.PRIVACY);
    }
    if (!missing(model, situation).isEmpty() || wrongKind(model, situation)) {
      return Optional.of(Obstacle.CAPABILITY);
    }
    if (situation.onlyCounts()) {
      return unhealthy(model, situation);
    }
    if (model.contextTokens().isPresent()
        && tokensNeeded(situation) > model.contextTokens().getAsInt()) {
      return Optional.of(Obstacle.CONTEXT);
    }
    if (model.locality() == Locality.CLOUD && price(model).isEmpty()) {
      return Optional.of(Obstacle.PRICE_UNKNOWN);
    }
    if (situation.maxCost().isPresent() && bound.compareTo(situation.maxCost().get()) > 0) {
      return Optional.of(Obstacle.TOO_DEAR);
    }
    return unhealthy(model, situation);
  }

  private static Optional<Obstacle> unhealthy(Model model, Situation situation) {
    return situation.failing().contains(model.providerName())
        ? Optional.of(Obstacle.UNHEALTHY)
        : Optional.empty();
  }

  private static boolean askedFor(Model model, ModelName name) {
    return switch (name) {
      case ModelName.Auto _ -> true;
      case ModelName.AnyLocal() -> model.locality() == Locality.LOCAL;
      case ModelName.AnyCloud() -> model.locality() == Locality.CLOUD;
      case ModelName.Named(var references) -> references.contains(model.reference());
      case ModelName.Unknown _ -> false;
    };
  }

  static Map<Capability, String> missing(Model model, Situation situation) {
    return situation.request().needs().entrySet().stream()
        .filter(need -> !model.capabilities().contains(need.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static boolean wrongKind(Model model, Situation situation) {
    return model.capabilities().contains(Capability.EMBEDDINGS) != situation.wantsEmbeddings();
  }

  static long tokensNeeded(Situation situation) {
    return situation.inputTokens().upperBound() + situation.maxOutputTokens().orElse(1);
  }

  private static String why(Obstacle obstacle, Model model, Situation situation) {
    return switch (obstacle) {
      case NOT_ASKED_FOR -> "not the model asked for";
      case PRIVACY -> "the request must not leave" + situation.whyItStays();
      case CAPABILITY -> whyNotCapable(model, situation);
      case CONTEXT ->
          "needs "
              + tokensNeeded(situation)
              + " tokens of context, has "
              + model.contextTokens().orElse(0);
      case PRICE_UNKNOWN -> "has no price; state input-price and output-price for it";
      case TOO_DEAR -> "may cost more than x-gatehouse-max-cost";
      case UNHEALTHY -> "its provider is failing";
    };
  }

  private static String whyNotCapable(Model model, Situation situation) {
    if (wrongKind(model, situation)) {
      return situation.wantsEmbeddings() ? "gives no embeddings" : "gives embeddings only";
    }
    return "cannot carry "
        + String.join(", ", missing(model, situation).values().stream().sorted().toList());
  }

  /** What can be asked of a model, 0 to 1. */
  static double quality(Model model) {
    double unknown =
        model.locality() == Locality.LOCAL ? UNKNOWN_LOCAL_QUALITY : UNKNOWN_CLOUD_QUALITY;
    return model.quality().orElse(unknown);
  }

  private static boolean expectedToDo(Model model, Quality quality, double difficulty) {
    double needed =
        switch (quality) {
          case ECONOMY -> difficulty - 0.15;
          case BALANCED -> difficulty;
          case BEST -> 1;
        };
    return quality(model) >= needed;
  }

  private static Comparator<Candidate> order(Quality quality, double difficulty) {
    Comparator<Candidate> able =
        Comparator.comparing(candidate -> !expectedToDo(candidate.model(), quality, difficulty));
    Comparator<Candidate> better =
        Comparator.comparingDouble(candidate -> -quality(candidate.model()));
    Comparator<Candidate> cheaper =
        Comparator.comparing(candidate -> candidate.expectedCost().orElse(BigDecimal.ZERO));
    return able.thenComparing(
        (left, right) -> {
          boolean leftAble = expectedToDo(left.model(), quality, difficulty);
          Comparator<Candidate> rest =
              leftAble ? cheaper.thenComparing(better) : better.thenComparing(cheaper);
          return rest.thenComparing(candidate -> candidate.model().reference())
              .compare(left, right);
        });
  }

  /**
   * What local answers are compared with: the operator's own cloud models first, else the price
   * list.
   */
  private Optional<ModelPrice> reference(List<Candidate> all, Situation situation) {
    double difficulty = situation.complexity().difficulty();
    Comparator<ModelPrice> cheaper =
        Comparator.comparing(price -> meter.listCost(expectedUsage(situation), price));
    return all.stream()
        .filter(
            candidate ->
                candidate.model().locality() == Locality.CLOUD
                    && quality(candidate.model()) >= difficulty)
        .flatMap(candidate -> candidate.price().stream())
        .min(cheaper)
        .or(
            () ->
                prices.prices().stream()
                    .filter(price -> price.tier().quality() >= difficulty)
                    .min(cheaper))
        .or(prices::dearest);
  }

  private static String seen(Candidate first, Situation situation) {
    String redacted = first.model().locality() == Locality.CLOUD ? redacted(situation) : "";
    return redacted.isEmpty() ? "" : "; " + redacted;
  }

  private static String reason(
      Candidate first, ModelName name, Quality quality, Situation situation) {
    Model model = first.model();
    if (name instanceof ModelName.Named) {
      return "asked for by name";
    }
    double difficulty = situation.complexity().difficulty();
    String stay =
        situation.mayLeave() ? "" : "private, stays local" + situation.whyItStays() + "; ";
    if (!expectedToDo(model, quality, difficulty)) {
      return stay
          + String.format(
              Locale.ROOT,
              "best available (quality %.2f) for difficulty %.2f",
              quality(model),
              difficulty);
    }
    return stay + String.format(Locale.ROOT, "cheapest expected to do difficulty %.2f", difficulty);
  }
}
