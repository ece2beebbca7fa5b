package dev.gatehouse.provider.ollama;

import dev.gatehouse.catalogue.PriceCatalogue;
import dev.gatehouse.config.Locality;
import dev.gatehouse.config.ModelConfig;
import dev.gatehouse.config.ProviderConfig;
import dev.gatehouse.config.ProviderKind;
import dev.gatehouse.egress.Egress;
import dev.gatehouse.provider.Model;
import dev.gatehouse.provider.langchain.Asked;
import dev.gatehouse.scripted.ScriptedUpstream;
import dev.gatehouse.scripted.ScriptedUpstream.Exchange;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An Ollama server with four models, whose chat a test scripts. */
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
  private final ScriptedUpstream.Script chat;

  FakeOllama(ScriptedUpstream.Script chat) {
    this.chat = chat;
    this.server = ScriptedUpstream.start(this::answer);
  }

  private void answer(Exchange exchange) throws IOException {
    switch (exchange.path()) {
      case "/api/tags" -> exchange.json(200, TAGS);
      case "/api/ps" ->
          exchange.json(
              200,
              "{\"models\":[{\"name\":\"able:8b\",\"digest\":\"d-able\",\"context_length\":8192}]}");
      case "/api/show" -> exchange.json(200, show(exchange.bodyText()));
      case "/api/chat" -> chat.answer(exchange);
      default -> exchange.respond(404, Map.of(), new byte[0]);
    }
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
    ProviderConfig config =
        new ProviderConfig(
            "ollama",
            ProviderKind.OLLAMA,
            Locality.LOCAL,
            Optional.of(server.url("")),
            Optional.empty(),
            models,
            silence,
            maxConcurrent,
            Optional.empty(),
            Optional.empty());
    return new OllamaProvider(config, Asked.GATE, egress, PriceCatalogue.bundled());
  }

  static Model model(OllamaProvider provider, String id) {
    return provider.models().stream()
        .filter(model -> model.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** The chat requests that arrived. */
  List<Exchange> chats() {
    return server.exchanges().stream()
        .filter(exchange -> exchange.path().equals("/api/chat"))
        .toList();
  }

  @Override
  public void close() {
    egress.close();
    server.close();
  }
}
