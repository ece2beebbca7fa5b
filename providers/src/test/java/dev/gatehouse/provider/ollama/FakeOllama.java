package dev.gatehouse.provider.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.catalogue.PriceCatalogue;
import dev.gatehouse.config.Locality;
import dev.gatehouse.config.ModelConfig;
import dev.gatehouse.config.ProviderConfig;
import dev.gatehouse.config.ProviderKind;
import dev.gatehouse.egress.Egress;
import dev.gatehouse.provider.Model;
import dev.gatehouse.provider.langchain.Asked;
import dev.gatehouse.provider.langchain.Recordings;
import dev.gatehouse.provider.langchain.VendorProvider;
import dev.gatehouse.scripted.ScriptedUpstream;
import dev.gatehouse.scripted.ScriptedUpstream.Exchange;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * An Ollama server whose answers to everything but the questions for its models a test scripts. It
 * has five models of its own, or those of the real one that was recorded.
 */
final class FakeOllama implements AutoCloseable {
  static final String TAGS =
      """
      {"models":[
       {"name":"tiny:latest","model":"tiny:latest","size":98362823,"digest":"d-tiny",
        "details":{"parameter_size":"134.52M","quantization_level":"Q4_1","context_length":8192},
        "capabilities":["completion"]},
       {"name":"able:8b","model":"able:8b","size":5000000000,"digest":"d-able",
        "details":{"parameter_size":"8.0B","quantization_level":"Q4_K_M","context_length":40960},
        "capabilities":["completion","tools","vision","thinking"]},
       {"name":"embed:latest","model":"embed:latest","size":8777847,"digest":"d-embed",
        "details":{"parameter_size":"2.04M","quantization_level":"unknown"},
        "capabilities":["embedding"]},
       {"name":"stub:latest","model":"stub:latest","remote_model":"gpt-oss:20b",
        "remote_host":"https://ollama.com:443","size":257,"digest":"d-stub",
        "details":{"parameter_size":"","quantization_level":"","context_length":131072},
        "capabilities":["completion","tools"]},
       {"name":"gpt-oss:120b-Cloud","model":"gpt-oss:120b-Cloud","size":300,"digest":"d-named",
        "details":{},"capabilities":["completion"]}]}
      """;

  final ScriptedUpstream server;
  private final Egress egress = new Egress();
  private final ScriptedUpstream.Script script;
  private final UnaryOperator<String> questions;

  FakeOllama(ScriptedUpstream.Script script) {
    this(FakeOllama::madeUp, script);
  }

  private FakeOllama(UnaryOperator<String> questions, ScriptedUpstream.Script script) {
    this.script = script;
    this.questions = questions;
    this.server = ScriptedUpstream.start(this::answer);
  }

  /**
   * The real server's models, as they were recorded; skips the test without the recordings.
   *
   * @param ps name of the recorded {@code /api/ps}
   */
  static FakeOllama recorded(String ps, ScriptedUpstream.Script script) {
    String tags = body("tags");
    String running = body(ps);
    Map<String, String> shows =
        Map.of(
            "smollm2:135m", body("show"),
            "smollm2-ctx512:latest", body("show_ctx512"),
            "smollm2-bare:latest", body("show_bare"),
            "smollm2-think:latest", body("show_think"),
            "smollm2-tools:latest", body("show_tools"));
    return new FakeOllama(
        question ->
            switch (question) {
              case "/api/tags" -> tags;
              case "/api/ps" -> running;
              default -> shows.getOrDefault(Asked.json(question).path("model").asText(), "{}");
            },
        script);
  }

  private static String body(String name) {
    return Recordings.ollama(name).path("response_body").toString();
  }

  /** A server that answers every call as the real one once did. */
  static FakeOllama replaying(String name) {
    JsonNode recorded = Recordings.ollama(name);
    return recorded("ps_loaded", exchange -> Recordings.replay(recorded, exchange));
  }

  private void answer(Exchange exchange) throws IOException {
    switch (exchange.path()) {
      case "/api/tags", "/api/ps" -> exchange.json(200, questions.apply(exchange.path()));
      case "/api/show" -> exchange.json(200, questions.apply(exchange.bodyText()));
      default -> script.answer(exchange);
    }
  }

  private static String madeUp(String question) {
    return switch (question) {
      case "/api/tags" -> TAGS;
      case "/api/ps" ->
          "{\"models\":[{\"name\":\"able:8b\",\"digest\":\"d-able\",\"context_length\":8192}]}";
      default -> show(question);
    };
  }

  private static String show(String question) {
    return question.contains("able")
        ? """
        {"details":{"quantization_level":"Q4_K_M"},"capabilities":["completion","tools","vision","thinking"],
         "model_info":{"general.architecture":"qwen3","general.parameter_count":8190735360,
         "qwen3.context_length":40960}}
        """
        : """
        {"details":{"quantization_level":"Q4_1"},"capabilities":[],
         "model_info":{"general.architecture":"llama","general.parameter_count":134515008,
         "llama.context_length":8192}}
        """;
  }

  /** A provider that has seen the models. */
  OllamaProvider provider() {
    OllamaProvider provider = provider(List.of(), Duration.ofSeconds(20), 8);
    provider.discover();
    return provider;
  }

  /** A provider that has not looked yet. */
  OllamaProvider provider(List<ModelConfig> models, Duration silence, int maxConcurrent) {
    return new OllamaProvider(
        config(models, silence, maxConcurrent), Asked.GATE, egress, PriceCatalogue.bundled());
  }

  private ProviderConfig config(List<ModelConfig> models, Duration silence, int maxConcurrent) {
    return new ProviderConfig(
        "ollama",
        ProviderKind.OLLAMA,
        Locality.LOCAL,
        Optional.of(server.url("")),
        Optional.empty(),
        models,
        silence,
        OptionalInt.of(maxConcurrent),
        Optional.empty(),
        Optional.empty());
  }

  /** A provider that tells where the time went. */
  OllamaProvider provider(OllamaTimings timings) {
    OllamaProvider provider =
        new OllamaProvider(
            new VendorProvider.Setup(
                config(List.of(), Duration.ofSeconds(20), 8),
                Asked.GATE,
                egress,
                PriceCatalogue.bundled()),
            timings);
    provider.discover();
    return provider;
  }

  static Model model(OllamaProvider provider, String id) {
    return provider.models().stream()
        .filter(model -> model.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** The chat requests that arrived. */
  List<Exchange> chats() {
    return calls("/api/chat");
  }

  /** The requests for that path that arrived. */
  List<Exchange> calls(String path) {
    return server.exchanges().stream().filter(exchange -> exchange.path().equals(path)).toList();
  }

  @Override
  public void close() {
    egress.close();
    server.close();
  }
}
