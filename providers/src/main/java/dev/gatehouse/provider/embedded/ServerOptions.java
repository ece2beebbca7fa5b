package dev.gatehouse.provider.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a child process is told on its command line.
 *
 * @param model the GGUF file
 * @param modelId the id that it answers under
 * @param contextTokens prompt and answer together
 * @param llamaServer the binary to run; empty means the natives in this process
 */
record ServerOptions(Path model, String modelId, int contextTokens, Optional<Path> llamaServer) {

  /** Reads what {@link #arguments()} wrote. */
  static ServerOptions parse(String[] arguments) {
    if (arguments.length < 3) {
      throw new IllegalArgumentException("MODEL ID CONTEXT [LLAMA-SERVER]");
    }
    return new ServerOptions(
        Path.of(arguments[0]),
        arguments[1],
        Integer.parseInt(arguments[2]),
        Stream.of(arguments).skip(3).findFirst().map(Path::of));
  }

  List<String> arguments() {
    return Stream.concat(
            Stream.of(model.toString(), modelId, Integer.toString(contextTokens)),
            llamaServer.map(Path::toString).stream())
        .toList();
  }
}
