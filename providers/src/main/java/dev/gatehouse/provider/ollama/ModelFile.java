package dev.gatehouse.provider.ollama;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The weights behind one or more names. Names of one file share one runner in the server, so what
 * concerns the runner (its context length, its queue) is kept by file.
 *
 * @param id the blob's digest where the server tells it, else the manifest's; empty text where
 *     neither is known
 * @param trainedContext tokens it was trained for
 * @param cacheBytesPerToken memory that one token of context takes, computed from the layers; empty
 *     where the server does not tell them
 */
record ModelFile(
    String id,
    OptionalInt trainedContext,
    OptionalLong sizeBytes,
    OptionalLong parameters,
    Optional<String> quantization,
    OptionalLong cacheBytesPerToken) {

  /** A file of which nothing is known. */
  static final ModelFile UNKNOWN =
      new ModelFile(
          "",
          OptionalInt.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          Optional.empty(),
          OptionalLong.empty());
}
