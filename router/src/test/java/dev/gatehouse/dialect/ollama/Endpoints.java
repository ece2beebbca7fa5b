package dev.gatehouse.dialect.ollama;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.config.Capability;
import dev.gatehouse.config.Locality;
import dev.gatehouse.dialect.Caller;
import dev.gatehouse.dialect.Decoded;
import dev.gatehouse.dialect.DecodedRequest;
import dev.gatehouse.dialect.InferenceEndpoint;
import dev.gatehouse.dialect.KnownAnswer;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.EmbeddingsRequest;
import dev.gatehouse.inference.InferenceRequest;
import dev.gatehouse.json.JsonBody;
import dev.gatehouse.provider.Model;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** The dialect over two models, one at home and one in the cloud. */
final class Endpoints {
  static final Instant NOW = Instant.parse("2026-11-22T19:48:28.5Z");
  static final Model HOME =
      new Model(
          "ollama",
          "qwen3:8b",
          Locality.LOCAL,
          Set.of(Capability.TOOLS, Capability.THINKING),
          OptionalInt.of(40_960),
          Optional.empty(),
          OptionalDouble.empty(),
          new Model.Details(
              OptionalLong.of(5_000_000_000L),
              OptionalLong.of(8_190_735_360L),
              Optional.of("Q4_K_M"),
              Optional.empty(),
              Optional.of(
                  new Model.Loaded(
                      OptionalInt.of(8192),
                      OptionalLong.of(6_000_000_000L),
                      OptionalLong.of(4_000_000_000L),
                      Optional.of(NOW)))));
  static final Model AWAY =
      new Model(
          "openai",
          "gpt-4.1-mini",
          Locality.CLOUD,
          Set.of(Capability.TOOLS, Capability.VISION),
          OptionalInt.of(1_000_000),
          Optional.empty(),
          OptionalDouble.empty(),
          Model.Details.UNKNOWN);

  static final OllamaDialect DIALECT =
      new OllamaDialect(
          () -> List.of(HOME, AWAY),
          Map.of("fast", "openai/gpt-4.1-mini"),
          InstantSource.fixed(NOW));

  private Endpoints() {}

  static Decoded decode(String path, String body) {
    InferenceEndpoint endpoint =
        DIALECT.endpoints().stream()
            .filter(each -> each.path().equals(path))
            .findFirst()
            .orElseThrow();
    return endpoint.decode(JsonBody.parse(body.getBytes(UTF_8)), new Caller(Optional.empty()));
  }

  static DecodedRequest request(String path, String body) {
    return switch (decode(path, body)) {
      case DecodedRequest request -> request;
      case KnownAnswer _ -> throw new AssertionError("answered without a model");
    };
  }

  static KnownAnswer known(String path, String body) {
    return switch (decode(path, body)) {
      case KnownAnswer known -> known;
      case DecodedRequest _ -> throw new AssertionError("a model is asked");
    };
  }

  static ChatRequest chat(String fields) {
    return chatRequest(request("/api/chat", "{\"model\":\"qwen3:8b\"," + fields + "}").request());
  }

  static ChatRequest generate(String fields) {
    return chatRequest(
        request("/api/generate", "{\"model\":\"qwen3:8b\"," + fields + "}").request());
  }

  private static ChatRequest chatRequest(InferenceRequest request) {
    return switch (request) {
      case ChatRequest chat -> chat;
      case EmbeddingsRequest _ -> throw new AssertionError("asks for vectors");
    };
  }
}
