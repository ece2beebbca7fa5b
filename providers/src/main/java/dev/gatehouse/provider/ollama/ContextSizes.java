package dev.gatehouse.provider.ollama;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Chooses the context length to ask for. Every other value than the loaded one makes Ollama reload
 * the model, so there are few sizes, and per model the value only grows. Safe for use by any
 * thread.
 */
final class ContextSizes {
  private static final int SMALLEST = 4096;
  private static final int LARGEST = 1 << 20;

  private final Map<String, Integer> chosen = new ConcurrentHashMap<>();

  /**
   * The context length for a call of that model.
   *
   * @param neededTokens prompt and answer together, estimated
   * @return tokens; not more than the model was trained for, even if that is less than needed: the
   *     server then says by how much
   */
  int choose(OllamaModel model, int neededTokens) {
    return chosen.merge(
        model.digest(), fitting(model, neededTokens), (before, now) -> Math.max(before, now));
  }

  private static int fitting(OllamaModel model, int neededTokens) {
    int loaded = model.loadedContext().orElse(0);
    if (neededTokens <= loaded) {
      return loaded;
    }
    int size = SMALLEST;
    while (size < neededTokens && size < LARGEST) {
      size *= 2;
    }
    return Math.max(loaded, Math.min(size, model.trainedContext().orElse(LARGEST)));
  }
}
