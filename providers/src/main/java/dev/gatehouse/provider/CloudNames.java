package dev.gatehouse.provider;

import java.util.Locale;

/**
 * Names of models that a server on this machine sends to its vendor's cloud. Ollama does so with
 * every name that ends in {@code :cloud} or {@code -cloud}, whether it lists the model or not, and
 * over each of its protocols.
 */
public final class CloudNames {
  private CloudNames() {}

  /** Whether a model of that name runs in a cloud, wherever its server stands. */
  public static boolean isCloud(String model) {
    String lower = model.toLowerCase(Locale.ROOT);
    return lower.endsWith(":cloud") || lower.endsWith("-cloud");
  }
}
