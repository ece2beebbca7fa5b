package dev.gatehouse.provider.ollama;

import java.time.Duration;

/**
 * How long to wait for the first byte of an answer. The server sends none, not even its status,
 * before the first token, so load, queue and prompt all pass in silence: the configured silence for
 * this call and for each call ahead of it, a second for 50 MB of weights that must be loaded (a
 * slow disk), and the reading of the prompt at 50 billion parameters a second (6 tokens a second of
 * an 8B model: a slow processor), an hour at most.
 */
final class Patience {
  private static final long LOADED_BYTES_PER_SECOND = 50_000_000;
  private static final double READ_PARAMETERS_PER_SECOND = 50e9;
  private static final long UNTOLD_PARAMETERS = 8_000_000_000L;
  private static final Duration MOST = Duration.ofHours(1);

  private final Duration silence;

  /**
   * @param silence the configured longest silence
   */
  Patience(Duration silence) {
    this.silence = silence;
  }

  /**
   * Longest wait for the first byte.
   *
   * @param contextTokens the context length asked for; another than the loaded one is a load
   * @param ahead calls that the server may answer first
   */
  Duration before(OllamaCall call, int contextTokens, int ahead) {
    Duration whole =
        silence
            .multipliedBy(1L + ahead)
            .plus(load(call.model(), contextTokens))
            .plus(reading(call));
    return whole.compareTo(MOST) > 0 && silence.compareTo(MOST) < 0 ? MOST : whole;
  }

  private static Duration load(OllamaModel model, int contextTokens) {
    boolean loaded =
        model.runner().map(runner -> runner.contextTokens() == contextTokens).orElse(false);
    long bytes = loaded ? 0 : model.file().sizeBytes().orElse(0);
    return Duration.ofSeconds(bytes / LOADED_BYTES_PER_SECOND);
  }

  private static Duration reading(OllamaCall call) {
    long parameters = call.model().file().parameters().orElse(UNTOLD_PARAMETERS);
    return Duration.ofSeconds(
        (long) (call.prompt().bound() * (double) parameters / READ_PARAMETERS_PER_SECOND));
  }
}
