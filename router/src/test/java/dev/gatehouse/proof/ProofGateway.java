package dev.gatehouse.proof;

import dev.gatehouse.conformance.ScriptedUpstreams;
import dev.gatehouse.conformance.UpstreamKind;
import dev.gatehouse.gateway.RunningGateway;
import dev.gatehouse.scripted.ScriptedUpstream.Exchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A gateway in front of one upstream of each kind: OpenAI, Anthropic and Gemini are in the cloud; a
 * local server has one model that it forwards to its own cloud; an Ollama is local.
 */
final class ProofGateway implements AutoCloseable {
  private static final String FORWARDED = "gpt-oss:120b-cloud";

  private final ScriptedUpstreams upstreams = new ScriptedUpstreams();
  private final RunningGateway gateway;

  /**
   * Starts one.
   *
   * @param rules the members of {@code privacy} but for the dictionary
   */
  ProofGateway(String rules, Path data) {
    this.gateway = RunningGateway.start(configuration(rules), withDictionary(data));
  }

  private static Path withDictionary(Path data) {
    try {
      Files.createDirectories(data);
      Files.write(data.resolve("clients.txt"), Statements.CUSTOMERS);
      return data;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String configuration(String rules) {
    return """
        providers:
          - {name: openai, kind: openai, base-url: '%s/v1', api-key: k, models: [gpt-4.1-mini, {id: text-embedding-3-small, input-price: 0.02, output-price: 0}]}
          - {name: openai-compatible, kind: openai-compatible, locality: local, base-url: '%s/v1', models: [{id: qwen3-8b, capabilities: [tools, json-object, verbatim-fields]}, {id: 'gpt-oss:120b-cloud', capabilities: [tools, verbatim-fields], input-price: 1, output-price: 2}]}
          - {name: anthropic, kind: anthropic, base-url: '%s', api-key: k, models: [claude-haiku-3.7]}
          - {name: gemini, kind: gemini, base-url: '%s', api-key: k, models: [gemini-2.5-flash]}
          - {name: ollama, kind: ollama, base-url: '%s'}
        privacy: {dictionaries: [clients.txt]%s}
        """
        .formatted(
            Stream.concat(
                    Stream.of(UpstreamKind.values()).map(kind -> upstreams.server(kind).url("")),
                    Stream.of(rules.isEmpty() ? "" : ", " + rules))
                .toArray());
  }

  HttpResponse<String> send(PlantedRequest request) {
    return gateway.send(
        request.to(gateway.url(request.dialect().path())), HttpResponse.BodyHandlers.ofString());
  }

  /** Asks something that is nobody's secret. */
  HttpResponse<String> ask(String question) {
    return gateway.send(
        HttpRequest.newBuilder(gateway.url("/v1/chat/completions"))
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"model\":\"cloud\",\"max_tokens\":16,\"messages\":[{\"role\":\"user\",\"content\":\""
                        + question
                        + "\"}]}"))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Everything that reached the cloud, head and body. */
  List<Exchange> inTheCloud() {
    return Stream.of(UpstreamKind.values()).flatMap(this::inTheCloud).toList();
  }

  private Stream<Exchange> inTheCloud(UpstreamKind kind) {
    List<Exchange> all = upstreams.server(kind).exchanges();
    return switch (kind) {
      case OPENAI, ANTHROPIC, GEMINI -> all.stream();
      case COMPATIBLE -> all.stream().filter(each -> each.bodyText().contains(FORWARDED));
      case OLLAMA -> Stream.of();
    };
  }

  @Override
  public void close() {
    gateway.close();
    upstreams.close();
  }
}
