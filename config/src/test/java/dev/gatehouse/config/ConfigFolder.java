package dev.gatehouse.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A folder with a configuration file in it, for one test. */
record ConfigFolder(Path folder, Map<String, String> environment) {

  ConfigFolder(Path folder) {
    this(folder, Map.of());
  }

  /** Loads this text as {@code gatehouse.yaml}. */
  GatehouseConfig load(String yaml) {
    Path file = write("gatehouse.yaml", yaml);
    return new ConfigLoader(environment).load(Optional.of(file), Optional.of(folder));
  }

  /** Loads a file of the test resources. */
  GatehouseConfig loadResource(String name) {
    return load(resource(name));
  }

  /** The errors of this text, one a line, with the folder's name left out. */
  List<String> errorsOf(String yaml) {
    ConfigException refusal = catchThrowableOfType(ConfigException.class, () -> load(yaml));
    return refusal == null ? List.of() : relative(refusal);
  }

  /** The errors, one a line, with the folder's name left out. */
  List<String> relative(ConfigException refusal) {
    return refusal.errors().stream()
        .map(error -> error.toString().replace(folder + "/", ""))
        .toList();
  }

  Path write(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String resource(String name) {
    try (InputStream text = ConfigFolder.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
