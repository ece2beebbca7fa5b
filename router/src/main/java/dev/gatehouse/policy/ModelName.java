package dev.gatehouse.policy;

import dev.gatehouse.config.Quality;
import dev.gatehouse.provider.Model;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a client may write as {@code model}. */
public sealed interface ModelName {

  /** The virtual models, listed beside the real ones. */
  List<String> VIRTUAL =
      List.of("auto", "auto:economy", "auto:balanced", "auto:best", "local", "cloud");

  /** The tag that an Ollama model has where none is written. */
  String LATEST = ":latest";

  /** Any model; the policy chooses. */
  record Auto(Optional<Quality> quality) implements ModelName {}

  /** Any LOCAL model. */
  record AnyLocal() implements ModelName {}

  /** Any CLOUD model. */
  record AnyCloud() implements ModelName {}

  /**
   * One model by name, honoured or refused; several if several providers offer it under that name.
   */
  record Named(Set<String> references) implements ModelName {}

  /** Nothing that is known. */
  record Unknown(String name) implements ModelName {}

  /**
   * Reads a name. Ollama's clients may write the tag {@code :latest} that Ollama takes where none
   * is written, and may leave it out.
   *
   * @param aliases the operator's own names
   * @param models every model on offer
   */
  static ModelName read(String written, Map<String, String> aliases, List<Model> models) {
    ModelName exact = exactly(written, aliases, models);
    return exact instanceof Unknown && written.endsWith(LATEST)
        ? exactly(written.substring(0, written.length() - LATEST.length()), aliases, models)
        : exact;
  }

  private static ModelName exactly(
      String written, Map<String, String> aliases, List<Model> models) {
    String name = aliases.getOrDefault(written, written);
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "auto" -> new Auto(Optional.empty());
      case "auto:economy" -> new Auto(Optional.of(Quality.ECONOMY));
      case "auto:balanced" -> new Auto(Optional.of(Quality.BALANCED));
      case "auto:best" -> new Auto(Optional.of(Quality.BEST));
      case "local" -> new AnyLocal();
      case "cloud" -> new AnyCloud();
      default -> named(name, models);
    };
  }

  private static ModelName named(String name, List<Model> models) {
    Set<String> exact =
        references(models.stream().filter(model -> isName(model.reference(), name)).toList());
    if (!exact.isEmpty()) {
      return new Named(exact);
    }
    Set<String> bare =
        references(models.stream().filter(model -> isName(model.id(), name)).toList());
    return bare.isEmpty() ? new Unknown(name) : new Named(bare);
  }

  private static boolean isName(String own, String name) {
    return own.equals(name) || own.equals(name + LATEST);
  }

  private static Set<String> references(List<Model> models) {
    return Set.copyOf(models.stream().map(Model::reference).toList());
  }
}
