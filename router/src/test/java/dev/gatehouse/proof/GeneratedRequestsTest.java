package dev.gatehouse.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.planted.ValueSearch;
import dev.gatehouse.scripted.ScriptedUpstream.Exchange;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten thousand requests that hold private values, and everything that reaches the cloud; and that
 * the same search finds the values where the operator lets them out.
 */
final class GeneratedRequestsTest {
  private static final long SEED = Long.getLong("gatehouse.proof.seed", 20_261_122L);
  private static final int REQUESTS = Integer.getInteger("gatehouse.proof.requests", 10_000);
  private static final int HARMLESS = 1_000;
  private static final int AT_ONCE = 32;
  private static final int CONTROLS_PER_PLACE = 3;
  private static final String ALL_TO_THE_CLOUD =
      "rules: {internal: cloud, personal: cloud, health: cloud, financial: cloud, customer: cloud, secret: cloud, unscannable: cloud}";

  @TempDir private Path data;

  @Test
  void nothingPrivateReachesTheCloudWhereverAndHoweverItIsWritten() throws Exception {
    List<PlantedRequest> requests = new RequestGenerator(SEED).requests(REQUESTS);
    ConcurrentMap<PlantedRequest, String> outcomes = new ConcurrentHashMap<>();
    try (ProofGateway gateway = new ProofGateway("", data)) {
      List<Runnable> work = new ArrayList<>();
      requests.forEach(each -> work.add(() -> outcomes.put(each, outcome(gateway.send(each)))));
      for (int i = 0; i < HARMLESS; i++) {
        work.add(i * work.size() / HARMLESS, () -> gateway.ask("What are the opening hours?"));
      }
      inParallel(work);

      List<Exchange> seen = gateway.inTheCloud();
      report(requests, outcomes, seen.size());
      assertThat(leaks(requests, seen)).isEmpty();
      assertThat(seen).hasSizeGreaterThanOrEqualTo(HARMLESS);
      assertThat(outcomes.values())
          .filteredOn(outcome -> outcome.startsWith("400"))
          .as("requests that only say what cannot be carried")
          .hasSizeLessThan(REQUESTS / 100);
    }
  }

  @Test
  void searchFindsValuesOfEveryPlaceAndEncodingWhereTheyAreLetOut() throws Exception {
    List<PlantedRequest> requests = controls(new RequestGenerator(SEED + 1));
    try (ProofGateway gateway = new ProofGateway(ALL_TO_THE_CLOUD, data)) {
      inParallel(requests.stream().<Runnable>map(each -> () -> gateway.send(each)).toList());

      Set<String> found = values(requests, gateway.inTheCloud());

      assertThat(missed(requests, found, each -> each.dialect() + " " + each.position())).isEmpty();
      assertThat(missed(requests, found, each -> each.encoding().name())).isEmpty();
      assertThat(missed(requests, found, each -> each.value().kind().name())).isEmpty();
      assertThat(missed(requests, found, each -> each.language().name())).isEmpty();
    }
  }

  /** Several of each place of each dialect, in every encoding, by models that get all of it. */
  private static List<PlantedRequest> controls(RequestGenerator generator) {
    List<PlantedRequest> controls = new ArrayList<>();
    for (Dialect dialect : Dialect.values()) {
      for (Position position : dialect.positions()) {
        List<Encoding> encodings =
            position == Position.HEADER
                ? List.of(Encoding.PLAIN, Encoding.BASE64_URL, Encoding.HEX)
                : List.of(Encoding.values());
        for (int i = 0; i < CONTROLS_PER_PLACE; i++) {
          Encoding encoding = encodings.get((controls.size() + i) % encodings.size());
          Stream.generate(() -> generator.request(dialect, position, encoding))
              .flatMap(List::stream)
              .limit(1)
              .map(each -> each.asking(dialect.faithfulModel()))
              .forEach(controls::add);
        }
      }
    }
    return controls;
  }

  /** What is in the requests and was found in none of its kind. */
  private static Set<String> missed(
      List<PlantedRequest> requests, Set<String> found, Function<PlantedRequest, String> kind) {
    Set<String> missed = new TreeSet<>();
    requests.forEach(each -> missed.add(kind.apply(each)));
    requests.stream()
        .filter(each -> found.contains(each.value().value()))
        .forEach(each -> missed.remove(kind.apply(each)));
    return missed;
  }

  private static String outcome(HttpResponse<String> answer) {
    return answer.statusCode()
        + answer.headers().firstValue("x-gatehouse-locality").map(where -> " " + where).orElse("");
  }

  private static Set<String> values(List<PlantedRequest> requests, List<Exchange> exchanges) {
    ValueSearch search =
        new ValueSearch(requests.stream().map(each -> each.value().value()).toList());
    Set<String> found = new TreeSet<>();
    exchanges.forEach(each -> found.addAll(search.in(each.head() + "\n" + each.bodyText())));
    return found;
  }

  private static List<String> leaks(List<PlantedRequest> requests, List<Exchange> exchanges) {
    Set<String> found = values(requests, exchanges);
    return requests.stream()
        .filter(each -> found.contains(each.value().value()))
        .map(PlantedRequest::toString)
        .toList();
  }

  private static void report(
      List<PlantedRequest> requests, Map<PlantedRequest, String> outcomes, int inTheCloud) {
    System.out.printf(
        "%,d requests with private values, seed %d; %,d calls reached the cloud%n",
        requests.size(), SEED, inTheCloud);
    print("outcome", outcomes.values());
    print("kind", requests.stream().map(each -> each.value().kind().name()).toList());
    print("position", requests.stream().map(each -> each.position().name()).toList());
    print("encoding", requests.stream().map(each -> each.encoding().name()).toList());
    print("dialect", requests.stream().map(each -> each.dialect().name()).toList());
    print("language", requests.stream().map(each -> each.language().name()).toList());
  }

  private static void print(String what, Collection<String> each) {
    System.out.println(
        "  by "
            + what
            + ": "
            + each.stream()
                .collect(
                    Collectors.groupingBy(
                        Function.identity(), TreeMap::new, Collectors.counting())));
  }

  private static void inParallel(List<Runnable> work)
      throws InterruptedException, ExecutionException {
    Semaphore room = new Semaphore(AT_ONCE);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (Runnable each : work) {
        room.acquire();
        all.add(
            threads.submit(
                () -> {
                  try {
                    each.run();
                  } finally {
                    room.release();
                  }
                }));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
  }
}
