package dev.gatehouse.provider.ollama;

import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Chooses the context length to ask for. Every other value than the loaded one makes Ollama reload
 * the model, so there are few sizes (4,096 and its doubles), one for all names of a model file, and
 * it only grows. Safe for use by any thread.
 *
 * <p>The longest is what the model was trained for, or less where memory is short. No server tells
 * how much memory there is, so: the cache of a context may take as much as the weights, and 4 GiB
 * in any case. What a token of context takes is measured on the loaded model ({@code size} of
 * {@code /api/ps} over the weights, which counts every parallel slot), else computed from the
 * layers. And a size with which the server once failed to load the model is not asked for again.
 */
final class ContextSizes {
  private static final int SMALLEST = 4096;
  private static final int LARGEST = 1 << 20;
  private static final long CACHE_BYTES_IN_ANY_CASE = 4L << 30;

  private final Map<String, Integer> chosen = new ConcurrentHashMap<>();
  private final Map<String, Integer> ceilings = new ConcurrentHashMap<>();

  /**
   * The context length for a call of that model.
   *
   * @param neededTokens prompt and answer together
   * @return tokens; not more than {@link #longest}, even if that is less than needed
   */
  int choose(OllamaModel model, int neededTokens) {
    int fitting = fitting(model, neededTokens);
    int ceiling = ceiling(model.file());
    return Math.min(ceiling, chosen.merge(model.file().id(), fitting, Math::max));
  }

  private int fitting(OllamaModel model, int neededTokens) {
    int loaded = loaded(model);
    if (neededTokens <= loaded) {
      return loaded;
    }
    int size = SMALLEST;
    while (size < neededTokens && size < LARGEST) {
      size *= 2;
    }
    return Math.max(loaded, Math.min(size, longest(model).orElse(LARGEST)));
  }

  private static int loaded(OllamaModel model) {
    return model.runner().map(OllamaRunner::contextTokens).orElse(0);
  }

  /** The longest context that can be asked for; empty where nothing limits it that is known. */
  OptionalInt longest(OllamaModel model) {
    int trained = model.file().trainedContext().orElse(LARGEST);
    int remembered = Math.max(loaded(model), inMemory(model));
    int longest = Math.min(Math.min(trained, remembered), ceiling(model.file()));
    return longest == LARGEST ? OptionalInt.empty() : OptionalInt.of(longest);
  }

  private int ceiling(ModelFile file) {
    return ceilings.getOrDefault(file.id(), LARGEST);
  }

  private static int inMemory(OllamaModel model) {
    long perToken = cacheBytesPerToken(model);
    if (perToken == 0) {
      return LARGEST;
    }
    long bytes = Math.max(model.file().sizeBytes().orElse(0), CACHE_BYTES_IN_ANY_CASE);
    int size = SMALLEST;
    while (size < LARGEST && 2L * size * perToken <= bytes) {
      size *= 2;
    }
    return size;
  }

  private static long cacheBytesPerToken(OllamaModel model) {
    long computed = model.file().cacheBytesPerToken().orElse(0);
    long weights = model.file().sizeBytes().orElse(0);
    return model
        .runner()
        .filter(runner -> runner.contextTokens() > 0 && weights > 0)
        .map(runner -> (runner.memoryBytes() - weights) / runner.contextTokens())
        .filter(measured -> measured > 0)
        .map(measured -> Math.max(measured, computed))
        .orElse(computed);
  }

  /**
   * The server could not load the model with that context.
   *
   * @return whether a smaller one is left to try
   */
  boolean failedToLoad(OllamaModel model, int contextTokens) {
    if (contextTokens <= SMALLEST) {
      return false;
    }
    int below = Math.max(SMALLEST, Integer.highestOneBit(contextTokens - 1));
    ceilings.merge(model.file().id(), below, Math::min);
    return true;
  }
}
