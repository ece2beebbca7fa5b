package dev.gatehouse.provider;

import dev.gatehouse.catalogue.ModelPrice;
import dev.gatehouse.config.Capability;
import dev.gatehouse.config.Locality;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A model that a provider offers.
 *
 * @param providerName the provider's configured name
 * @param id the provider's own name of the model
 * @param locality where this model runs, which need not be where its provider runs: an Ollama model
 *     may run in Ollama's cloud
 * @param capabilities what it can be asked
 * @param contextTokens longest prompt and answer together, where known
 * @param price list price; empty means unknown for CLOUD and free for LOCAL
 * @param quality 0 to 1, where known: how hard a task it is expected to do
 * @param details what is known of the file behind it
 */
public record Model(
    String providerName,
    String id,
    Locality locality,
    Set<Capability> capabilities,
    OptionalInt contextTokens,
    Optional<ModelPrice> price,
    OptionalDouble quality,
    Details details) {

  private static final Set<Capability> OF_A_RELAY =
      Set.of(Capability.VERBATIM_FIELDS, Capability.LOGPROBS, Capability.MULTIPLE_CHOICES);

  public Model {
    capabilities = Set.copyOf(capabilities);
  }

  /**
   * The same model as it can be asked over a wire that its provider does not relay: fields that
   * nobody models, log-probabilities and more than one choice exist in the faithful lane alone.
   */
  public Model translated() {
    if (Collections.disjoint(capabilities, OF_A_RELAY)) {
      return this;
    }
    Set<Capability> carried = new HashSet<>(capabilities);
    carried.removeAll(OF_A_RELAY);
    return new Model(providerName, id, locality, carried, contextTokens, price, quality, details);
  }

  /** {@code provider/model}, the name under which exactly this model can be asked for. */
  public String reference() {
    return providerName + "/" + id;
  }

  /**
   * What is known of the file behind a local model.
   *
   * @param sizeBytes of the weights
   * @param parameters number of parameters
   * @param quantization as in {@code Q4_K_M}
   * @param loadTime what it took to bring it into memory when that was last seen
   * @param inMemory how it is loaded now; empty means it is not in memory
   */
  public record Details(
      OptionalLong sizeBytes,
      OptionalLong parameters,
      Optional<String> quantization,
      Optional<Duration> loadTime,
      Optional<Loaded> inMemory) {

    /** Nothing is known. */
    public static final Details UNKNOWN =
        new Details(
            OptionalLong.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** Whether it is in memory now. */
    public boolean loaded() {
      return inMemory.isPresent();
    }
  }

  /**
   * A model in memory.
   *
   * @param contextTokens longest prompt and answer together that it runs with now
   * @param memoryBytes what it takes altogether
   * @param videoMemoryBytes those of it that are on a GPU
   * @param expires when it leaves memory unless it is used; empty means never, or not told
   */
  public record Loaded(
      OptionalInt contextTokens,
      OptionalLong memoryBytes,
      OptionalLong videoMemoryBytes,
      Optional<Instant> expires) {

    /** In memory, and no more is known. */
    public static final Loaded UNTOLD =
        new Loaded(
            OptionalInt.empty(), OptionalLong.empty(), OptionalLong.empty(), Optional.empty());
  }
}
