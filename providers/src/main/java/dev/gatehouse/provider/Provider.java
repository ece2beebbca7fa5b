package dev.gatehouse.provider;

import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.Wire;
import java.util.List;

/**
 * A place where a call can go. Safe for use by any number of threads; blocks the calling (virtual)
 * thread.
 *
 * <p>Implementations reach their upstream only through {@link dev.gatehouse.egress.Upstream}.
 */
public interface Provider extends AutoCloseable {

  /** The configured name, unique in the gateway. */
  String name();

  /** The models known since the last {@link #discover()}; never blocks, may be empty. */
  List<Model> models();

  /**
   * Asks the upstream what it offers.
   *
   * @throws ProviderException if it cannot be reached or does not answer as expected; {@link
   *     #models()} is then empty or as configured
   */
  void discover();

  /** Whether a request that came in over {@code wire} is handed on verbatim. */
  boolean relays(Wire wire);

  /**
   * Options of a request that came in over a wire which is not relayed, and that this provider
   * leaves out for that model because its wire has no place for them: {@code seed}, {@code top_k},
   * {@code reasoning}. What changes an answer more than that is refused instead.
   */
  List<String> dropped(ChatRequest request, Model model);

  /**
   * Lets a model answer. Needs a current {@link dev.gatehouse.egress.Passage}. Interrupting the
   * thread aborts the upstream at once.
   *
   * @throws ProviderException if the upstream fails; nothing more is sent to {@code sink} then
   * @throws dev.gatehouse.egress.NotClearedException if the privacy gate forbids this destination
   */
  void chat(ChatCall call, EventSink sink);

  /**
   * Lets a model turn texts into vectors; the contract is {@link #chat}'s. Called only for models
   * that have {@link dev.gatehouse.config.Capability#EMBEDDINGS}, or over a wire that is relayed.
   */
  void embed(EmbeddingsCall call, EventSink sink);

  /** Ends child processes and idle connections. */
  @Override
  void close();
}
