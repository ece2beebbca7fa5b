package dev.gatehouse.provider.ollama;

/**
 * How hard a task a local model is expected to do, guessed from its number of parameters: the steps
 * of {@link #PARAMETERS} and {@link #QUALITY}, on a straight line over the logarithm between two of
 * them, and 0.05 more for a model that thinks. The steps follow the averages that open models of
 * these sizes reach on public leaderboards in 2026; the operator's {@code quality} goes before.
 */
final class ParameterQuality {
  private static final double[] PARAMETERS = {135e6, 1e9, 3e9, 8e9, 14e9, 32e9, 70e9};
  private static final double[] QUALITY = {0.10, 0.25, 0.40, 0.55, 0.62, 0.70, 0.78};
  private static final double THINKING_BONUS = 0.05;

  private ParameterQuality() {}

  /**
   * The guess, 0.10 to 0.83.
   *
   * @param parameters number of weights
   * @param thinks whether it reasons before it answers
   */
  static double of(long parameters, boolean thinks) {
    return plain(parameters) + (thinks ? THINKING_BONUS : 0);
  }

  private static double plain(long parameters) {
    if (parameters <= PARAMETERS[0]) {
      return QUALITY[0];
    }
    for (int i = 1; i < PARAMETERS.length; i++) {
      if (parameters <= PARAMETERS[i]) {
        double share =
            Math.log(parameters / PARAMETERS[i - 1]) / Math.log(PARAMETERS[i] / PARAMETERS[i - 1]);
        return QUALITY[i - 1] + share * (QUALITY[i] - QUALITY[i - 1]);
      }
    }
    return QUALITY[QUALITY.length - 1];
  }
}
