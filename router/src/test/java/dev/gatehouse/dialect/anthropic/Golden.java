package dev.gatehouse.dialect.anthropic;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.dialect.Caller;
import dev.gatehouse.dialect.DecodedRequest;
import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonBody;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A golden file: a request in Anthropic's form, and what is to become of it. One behaviour each.
 */
record Golden(String name, JsonNode document) {

  /** Every golden file of a folder, by name. */
  static List<Golden> all(String folder) {
    try (Stream<Path> files = Files.list(path(folder))) {
      return files.sorted().map(Golden::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path path(String folder) {
    try {
      URI found = Objects.requireNonNull(Golden.class.getResource(folder), folder).toURI();
      return Path.of(found);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Golden read(Path file) {
    try {
      String name = file.getFileName().toString().replace(".json", "");
      return new Golden(name, Json.read(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The request, decoded at the endpoint for messages. */
  DecodedRequest decoded() {
    Map<String, String> headers = new HashMap<>();
    document
        .path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().textValue()));
    return decode(document.path("request"), headers);
  }

  static DecodedRequest decode(JsonNode request, Map<String, String> headers) {
    return new MessagesEndpoint()
        .decode(JsonBody.parse(Json.write(request)), new Caller(Optional.empty(), headers));
  }

  static DecodedRequest decode(String request) {
    return decode(Json.read(request.getBytes(UTF_8)), Map.of());
  }

  @Override
  public String toString() {
    return name;
  }
}
