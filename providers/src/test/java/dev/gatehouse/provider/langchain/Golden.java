package dev.gatehouse.provider.langchain;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Texts of a vendor's own form, one behaviour each, under {@code golden/} in the resources. */
public final class Golden {
  private Golden() {}

  /** The JSON of that name, as in {@code anthropic/system-in-the-middle}. */
  public static JsonNode json(String name) {
    return Asked.json(text(name + ".json"));
  }

  /** The text of that name, with its ending. */
  public static String text(String name) {
    try (InputStream in =
        Objects.requireNonNull(Golden.class.getResourceAsStream("/golden/" + name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
