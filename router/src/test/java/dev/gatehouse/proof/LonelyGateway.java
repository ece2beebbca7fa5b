package dev.gatehouse.proof;

import dev.gatehouse.conformance.ScriptedUpstreams;
import dev.gatehouse.conformance.UpstreamKind;
import dev.gatehouse.gateway.RunningGateway;
import dev.gatehouse.planted.WholeRun;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The process in the network namespace of {@link NamespaceTest}: a gateway whose detectors die at
 * random, a local model beside it, and a way out whose packets the kernel counts. Reports in lines
 * {@code name=number}.
 */
final class LonelyGateway {
  static final String WAY_OUT = "out0";
  private static final long SEED = 20_261_123L;
  private static final int OF_EACH = 500;
  private static final int AT_ONCE = 8;
  private static final int NAME_SERVER = 53;
  private static final int TRIES = 100;

  private final RunningGateway gateway;
  private final AtomicInteger questions = new AtomicInteger();

  private LonelyGateway(RunningGateway gateway) {
    this.gateway = gateway;
  }

  /**
   * Runs it.
   *
   * @param arguments the data folder
   */
  public static void main(String[] arguments) throws Exception {
    try (ScriptedUpstreams upstreams = new ScriptedUpstreams();
        DatagramSocket names = new DatagramSocket(NAME_SERVER);
        RunningGateway gateway =
            RunningGateway.startDetecting(
                configuration(upstreams),
                Path.of(arguments[0]),
                real -> new RandomlyKilled(real, SEED))) {
      LonelyGateway lonely = new LonelyGateway(gateway);
      Thread.ofVirtual().start(() -> lonely.listen(names));
      lonely.prove();
      lonely.control();
    }
    report("shown", WholeRun.shown().size());
    System.exit(0); // the control's calls may still wait for an answer
  }

  /** The cloud is TEST-NET-2 and a name of nobody's (RFC 5737, RFC 6761). */
  private static String configuration(ScriptedUpstreams upstreams) {
    return """
        server: {request-timeout: 2s}
        providers:
          - {name: openai, kind: openai, base-url: 'http://198.51.100.10/v1', api-key: k, models: [gpt-4.1-mini, {id: text-embedding-3-small, input-price: 0.02, output-price: 0}]}
          - {name: anthropic, kind: anthropic, base-url: 'http://models.example', api-key: k, models: [claude-haiku-3.7]}
          - {name: gemini, kind: gemini, base-url: 'http://198.51.100.11', api-key: k, models: [gemini-2.5-flash]}
          - {name: openai-compatible, kind: openai-compatible, locality: local, base-url: '%s/v1', models: [{id: qwen3-8b, capabilities: [tools, json-object, verbatim-fields]}, 'gpt-oss:120b-cloud']}
          - {name: ollama, kind: ollama, base-url: '%s'}
        """
        .formatted(
            upstreams.server(UpstreamKind.COMPATIBLE).url(""),
            upstreams.server(UpstreamKind.OLLAMA).url(""));
  }

  /** Notes questions to any name server of this host. */
  private void listen(DatagramSocket socket) {
    try {
      while (true) {
        socket.receive(new DatagramPacket(new byte[512], 512));
        questions.incrementAndGet();
      }
    } catch (IOException e) {
      return; // it was closed, which is the end
    }
  }

  private void prove() throws IOException, InterruptedException, ExecutionException {
    RequestGenerator generator = new RequestGenerator(SEED);
    long before = packetsOut();
    List<Integer> statuses =
        inParallel(
            Stream.concat(
                    generator.requests(OF_EACH).stream().map(each -> request(each, "local")),
                    generator.plain(Kind.SECRET, OF_EACH).stream()
                        .map(each -> request(each, "cloud")))
                .toList());
    report("requests", statuses.size());
    report("answered", statuses.stream().filter(status -> status == 200).count());
    report("refused", statuses.stream().filter(status -> status == 403 || status >= 500).count());
    report("packets", packetsOut() - before);
    report("questions", questions.get());
  }

  private HttpRequest request(PlantedRequest planted, String asked) {
    URI url = gateway.url(planted.dialect().path());
    return HttpRequest.newBuilder(planted.to(url), (_, _) -> true)
        .header("x-gatehouse-privacy", asked)
        .build();
  }

  private List<Integer> inParallel(List<HttpRequest> requests)
      throws InterruptedException, ExecutionException {
    List<Future<Integer>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      requests.forEach(each -> answers.add(threads.submit(() -> status(each))));
    }
    List<Integer> statuses = new ArrayList<>();
    for (Future<Integer> answer : answers) {
      statuses.add(answer.get());
    }
    return statuses;
  }

  private int status(HttpRequest request) {
    return gateway.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
  }

  /** What may leave is counted: a public request, and a name that is looked up. */
  private void control() throws IOException, InterruptedException {
    long before = packetsOut();
    HttpRequest harmless =
        HttpRequest.newBuilder(gateway.url("/v1/chat/completions"))
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"model\":\"openai/gpt-4.1-mini\",\"messages\":[{\"role\":\"user\",\"content\":\"What are the opening hours?\"}]}"))
            .build();
    for (int i = 0; i < TRIES && packetsOut() == before; i++) { // detectors die here as well
      status(harmless);
    }
    report("control-packets", packetsOut() - before);
    before = packetsOut();
    try {
      InetAddress.getAllByName("nobody.example");
    } catch (UnknownHostException e) {
      report("control-questions", packetsOut() - before + questions.get());
    }
  }

  /** The packets that the kernel sent over the way out, of this process' network namespace. */
  private static long packetsOut() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/net/dev")).stream()
        .map(String::strip)
        .filter(line -> line.startsWith(WAY_OUT + ":"))
        .map(line -> line.substring(WAY_OUT.length() + 1).strip().split("\\s+", -1))
        .mapToLong(columns -> Long.parseLong(columns[9]))
        .findFirst()
        .orElseThrow();
  }

  private static void report(String name, long number) {
    System.out.println(name + "=" + number);
  }
}
